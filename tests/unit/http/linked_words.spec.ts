import { paragraphsOf, piecesOf } from '#app/doors/http/views/linked_words'
import { rendered } from '#tests/support/rendering'
import { test } from '@japa/runner'

const links = (text: string) => piecesOf(text).flatMap(({ href }) => href ?? [])

test.group('Words with web addresses', () => {
  test('link to http and https alone: {text}')
    .with([
      { text: 'See https://a.example/b.', href: ['https://a.example/b'] },
      { text: 'HTTP://A.example', href: ['http://a.example/'] },
      { text: '(https://a.example/x)', href: ['https://a.example/x'] },
      { text: '(see https://a.example/x).', href: ['https://a.example/x'] },
      { text: 'https://a.example/x_(y)', href: ['https://a.example/x_(y)'] },
      { text: '“https://a.example/?q=1&r=2”', href: ['https://a.example/?q=1&r=2'] },
      {
        text: 'https://a.example:8443/x, https://b.example!',
        href: ['https://a.example:8443/x', 'https://b.example/'],
      },
      { text: 'javascript:alert(1) data:text/html,x file:///etc ftp://a.example', href: [] },
      { text: 'javascript:https://a.example', href: ['https://a.example/'] },
      { text: 'https://bank.example@evil.example/', href: [] },
      { text: 'https://', href: [] },
      { text: 'https://[nonsense', href: [] },
      { text: 'xhttps://a.example', href: [] },
      { text: 'no address at all', href: [] },
    ])
    .run(({ assert }, { text, href }) => {
      assert.deepEqual(links(text), href)
      assert.equal(
        piecesOf(text)
          .map(({ words }) => words)
          .join(''),
        text
      )
    })

  test('never leave their element or their attribute', async ({ assert }) => {
    const text = `<b> https://a.example/"><script>x</script> 'https://a.example/x'onclick='y' \``
    const html = await rendered('{{ linked(text) }}', { text })
    assert.notInclude(html, '<b>')
    assert.notInclude(html, '<script>')
    assert.notMatch(html, /<a [^>]*onclick/)
    assert.lengthOf(html.match(/<a /g)!, 2)
  })

  test('keep their line breaks, and empty lines part paragraphs', async ({ assert }) => {
    assert.include(await rendered('{{ linked(text) }}', { text: 'a\nb' }), 'a<br>b')
    assert.deepEqual(paragraphsOf('a\nb\n\n \n\nc\n'), ['a\nb', 'c'])
  })

  test('of any length are read in time', ({ assert }) => {
    const began = Date.now()
    for (const part of ['https://a', '(', ')', 'https://a.example/)', '.', '\n \n']) {
      piecesOf(part.repeat(1000 / part.length))
      paragraphsOf(part.repeat(1000 / part.length))
    }
    assert.isBelow(Date.now() - began, 1000)
  })
})
