import { rendered } from '#tests/support/rendering'
import { test } from '@japa/runner'

const hostile = `"><script>alert('x')</script>`

test.group('Components', () => {
  test('a page has one heading, a title, a skip link and a main part', async ({ assert }) => {
    const page = await rendered(`@page({ title: 'Folders' })\n<p>Nothing yet</p>\n@end`)
    assert.match(page, /<title>Folders – .+<\/title>/)
    assert.lengthOf(page.match(/<h1>/g)!, 1)
    assert.include(page, '<a class="usa-skipnav" href="#content">')
    assert.include(page, '<main id="content"')
    assert.include(page, '<p>Nothing yet</p>')
  })

  test('a heading may differ from the title, and a left column may stand beside', async ({
    assert,
  }) => {
    const page = await rendered(
      `@page({ title: 'Home', heading: 'Incoming' })\n@slot('aside')\n<p>Left</p>\n@end\nMiddle\n@end`
    )
    assert.include(page, '<h1>Incoming</h1>')
    assert.match(page, /<aside[^>]*>\s*<p>Left<\/p>/)
  })

  test('hostile text never leaves its attribute or its element', async ({ assert }) => {
    const state = { hostile, options: [{ value: hostile, label: hostile }] }
    const page = await rendered(
      [
        '@!field({ name: "a", label: hostile, value: hostile, hint: hostile, placeholder: hostile })',
        '@!textarea({ name: "b", label: hostile, value: hostile })',
        '@!select({ name: "c", label: hostile, options })',
        '@!checkbox({ name: "d", label: hostile, value: hostile })',
        '@!button({ label: hostile, name: hostile, value: hostile })',
        '@!pager({ next: hostile, text: hostile })',
        '@!empty({ heading: hostile, text: hostile })',
        '{{ icon(hostile) }}',
      ].join('\n'),
      state
    )
    assert.notInclude(page, '<script>')
    assert.notInclude(page, '"">')
  })

  test('a path may go on in the next line behind its slashes, and is escaped', async ({
    assert,
  }) => {
    const html = await rendered('{{ pathway("/DOL/<b>/Incoming") }}')
    assert.include(html, '/DOL/<wbr>&lt;b&gt;/<wbr>Incoming')
  })

  test('a name that is no attribute name is left out', async ({ assert }) => {
    const page = await rendered(`<i{{ attrs({ 'on click=x': 'y', 'id': 'z' }) }}></i>`)
    assert.equal(page, '<i id="z"></i>')
  })

  test('a field with an error is tied to it, and to its hint', async ({ assert }) => {
    const flashed = { inputErrorsBag: { email: ['Enter an address with an @.'] } }
    const page = await rendered(`@!field({ name: 'email', label: 'Email', hint: 'At work' })`, {
      flashed,
    })
    assert.include(page, 'aria-describedby="hint-email error-email"')
    assert.include(page, 'aria-invalid="true"')
    assert.match(page, /id="error-email">.*Enter an address with an @\./)
  })

  test('the summary links each error to its field and takes the focus', async ({ assert }) => {
    const flashed = { inputErrorsBag: { a: ['Enter A.'], b: ['Enter B.', 'B is short.'] } }
    const page = await rendered(`@page({ title: 'Form' })\n@end`, { flashed })
    assert.include(page, '<title>Error: Form')
    assert.include(page, '<a href="#field-a">Enter A.</a>')
    assert.include(page, '<a href="#field-b">B is short.</a>')
    assert.match(page, /class="[^"]*error-summary" role="alert" tabindex="-1" autofocus/)
  })

  test('what was typed is kept, but never a password', async ({ assert }) => {
    const flashed = { name: 'Ada', password: 'secret-1', note: 'Hi', level: 'viewer' }
    const page = await rendered(
      [
        `@!field({ name: 'name', label: 'Name', value: 'Old' })`,
        `@!field({ name: 'password', label: 'Password', type: 'password', value: 'x-secret' })`,
        `@!textarea({ name: 'note', label: 'Note' })`,
        `@!select({ name: 'level', label: 'Level', value: 'manager', options: [{ value: 'manager', label: 'M' }, { value: 'viewer', label: 'V' }] })`,
      ].join('\n'),
      { flashed }
    )
    assert.include(page, 'value="Ada"')
    assert.notInclude(page, 'secret')
    assert.include(page, '>\nHi</textarea>')
    assert.include(page, '<option value="viewer" selected>')
    assert.notInclude(page, '<option value="manager" selected>')
  })

  test('a box that was unticked stays so when the form comes back', async ({ assert }) => {
    const box = `@!checkbox({ name: 'keep', label: 'Keep', checked: true })`
    const flashed = { inputErrorsBag: { other: ['Mend this.'] } }
    assert.include(await rendered(box), ' checked')
    assert.notInclude(await rendered(box, { flashed }), ' checked')
  })

  test('each flash is a line of its own, with what assistive technology needs', async ({
    assert,
  }) => {
    const flashed = { done: ['Uploaded a.txt.', 'Uploaded b.txt.'], problem: 'c.txt is too big.' }
    const page = await rendered(`@page({ title: 'Home' })\n@end`, { flashed })
    assert.match(page, /role="status">[^]*Uploaded a\.txt\.[^]*Uploaded b\.txt\./)
    assert.match(page, /role="alert">[^]*c\.txt is too big\./)
  })
})
