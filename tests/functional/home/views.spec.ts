import AuditEntry from '#app/audit/audit_entry'
import { signedIn, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { raw } from '#tests/support/raw'
import { received } from '#tests/support/received'
import { test } from '@japa/runner'

async function aView(name: string, bytes: Buffer | string) {
  const cast = await theCast()
  const file = await received(cast.incoming, cast.ada, name, bytes)
  return { ...cast, file, as: await signedIn(cast.ada) }
}

const viewingsOf = (id: string) => AuditEntry.about(id).where('event', 'file.viewed')

test.group('View', (group) => {
  group.each.setup(undone)

  for (const manner of ['html', 'text']) {
    test(`the page of View (${manner}) names the file, leads back and records nothing`, async ({
      client,
      assert,
    }) => {
      const { file, incoming, as } = await aView('notes <1>.txt', 'hello\n')
      const response = await client.get(`/files/${file.id}/${manner}`).loginAs(as)
      response.assertStatus(200)
      response.assertTextIncludes('notes &lt;1&gt;.txt')
      response.assertTextIncludes(`href="/folders/${incoming.id}"`)
      response.assertTextIncludes('Back to Incoming')
      response.assertTextIncludes(`src="/files/${file.id}/contents/${manner}"`)
      assert.notInclude(response.text(), 'hello')
      assert.isEmpty(await viewingsOf(file.id))
    })

    test(`looking at the contents as ${manner} is recorded as viewing`, async ({
      client,
      assert,
    }) => {
      const { file, ada, as } = await aView('notes.txt', 'hello <b>\n')
      const address = `/files/${file.id}/contents/${manner}`
      const response = await raw(client.get(address)).loginAs(as)
      response.assertStatus(200)
      const [entry, ...others] = await viewingsOf(file.id)
      assert.equal(entry.actorId, ada.id)
      assert.equal(entry.details.as, manner)
      assert.isEmpty(others)
      assert.isEmpty(await AuditEntry.about(file.id).where('event', 'file.downloaded'))
    })

    test(`for others there is nothing to view as ${manner}, nor once it is deleted`, async ({
      client,
      assert,
    }) => {
      const { file, otto, as } = await aView('notes.txt', 'hello')
      const otherwise = await signedIn(otto)
      for (const address of [
        `/files/${file.id}/${manner}`,
        `/files/${file.id}/contents/${manner}`,
      ]) {
        const refused = await client.get(address).loginAs(otherwise)
        refused.assertStatus(404)
      }
      await file.merge({ deletedAt: Date.now() }).save()
      for (const address of [
        `/files/${file.id}/${manner}`,
        `/files/${file.id}/contents/${manner}`,
      ]) {
        const gone = await client.get(address).loginAs(as)
        gone.assertStatus(404)
      }
      assert.isEmpty(await viewingsOf(file.id))
    })
  }

  test('the way back from a file of the home folder is called Home', async ({ client }) => {
    const { ada, adasHome } = await theCast()
    const file = await received(adasHome, ada, 'notes.txt', 'hello')
    const response = await client.get(`/files/${file.id}/text`).loginAs(await signedIn(ada))
    response.assertTextIncludes('Back to Home')
  })

  test('text is sent as text, decoded', async ({ client, assert }) => {
    const { file, as } = await aView('notes.txt', Buffer.from('\ufeffZoë\r\n', 'utf16le'))
    const response = await raw(client.get(`/files/${file.id}/contents/text`)).loginAs(as)
    response.assertHeader('content-type', 'text/plain; charset=utf-8')
    assert.equal(response.body().toString(), 'Zoë\r\n')
  })

  const hostile = '<script>alert(1)</script>{{ 7 * 7 }}'
  for (const [name, mediaType] of [
    ['page.html', 'text/html; charset=utf-8'],
    ['drawing.svg', 'text/html; charset=utf-8'],
    ['table.csv', 'text/html; charset=utf-8'],
    ['data.json', 'text/html; charset=utf-8'],
    ['read.md', 'text/html; charset=utf-8'],
    ['any.log', 'text/html; charset=utf-8'],
  ]) {
    test(`${name} is sealed before a browser shows it`, async ({ client, assert }) => {
      const { file, as } = await aView(name, hostile)
      const response = await raw(client.get(`/files/${file.id}/contents/html`)).loginAs(as)
      response.assertHeader('content-type', mediaType)
      response.assertHeader('x-content-type-options', 'nosniff')
      response.assertHeader('cache-control', 'no-store, no-cache')
      response.assertHeader('x-frame-options', 'SAMEORIGIN')
      const policy = response.header('content-security-policy')!
      assert.match(policy, /^sandbox; default-src 'none'; /)
      assert.notMatch(policy, /script|allow-|connect|https?:/)
      if (name !== 'drawing.svg') assert.include(response.body().toString(), '{{ 7 * 7 }}')
      if (name !== 'page.html') assert.notInclude(response.body().toString(), '<script>')
    })
  }

  test('a picture and a PDF are shown by the browser itself, byte for byte', async ({
    client,
    assert,
  }) => {
    const { incoming, ada, as, file: pdf } = await aView('a.pdf', '%PDF-1.4\n\u0000\n%%EOF')
    const picture = Buffer.from('\x89PNG\r\n\x1a\n\x00\x00', 'latin1')
    const png = await received(incoming, ada, 'named.html', picture)

    const shown = await raw(client.get(`/files/${png.id}/contents/html`)).loginAs(as)
    shown.assertHeader('content-type', 'image/png')
    assert.isTrue(picture.equals(shown.body()))
    const read = await raw(client.get(`/files/${pdf.id}/contents/html`)).loginAs(as)
    read.assertHeader('content-type', 'application/pdf')
    read.assertHeader('content-length', String(pdf.sizeBytes))
    read.assertHeader('content-disposition', `inline; filename="a.pdf"; filename*=UTF-8''a.pdf`)
    assert.match(read.header('content-security-policy')!, /^sandbox; default-src 'none'/)
  })

  test('only the beginning of a long text is shown, and the person is told', async ({
    client,
    assert,
  }) => {
    const { file, as } = await aView('long.txt', 'x'.repeat(1024 ** 2 + 5))
    const page = await client.get(`/files/${file.id}/text`).loginAs(as)
    page.assertTextIncludes('Only the first 1 MiB of this file is shown.')
    const text = await raw(client.get(`/files/${file.id}/contents/text`)).loginAs(as)
    const words = text.body().toString()
    assert.isBelow(words.length, 1024 ** 2 + 200)
    assert.match(words, /x\n\n\[Only the first 1 MiB of this file is shown\..*\]\n$/)
  })

  test('what is no text is shown as numbers, in both manners', async ({ client, assert }) => {
    const { file, as } = await aView('program.bin', Buffer.from([0, 1, 2, 60, 255]))
    const page = await client.get(`/files/${file.id}/html`).loginAs(as)
    page.assertTextIncludes('This file is not text.')
    for (const manner of ['html', 'text']) {
      const response = await raw(client.get(`/files/${file.id}/contents/${manner}`)).loginAs(as)
      assert.include(response.body().toString(), '00000000  00 01 02 3c ff')
    }
  })

  test('an empty file is an empty page, and says so, whatever it is called', async ({
    client,
    assert,
  }) => {
    const { file, as, incoming, ada } = await aView('empty.txt', '')
    const others = ['a.csv', 'a.json', 'a.md', 'a.html', 'a.svg', 'a.png']
    const empty = await Promise.all(others.map((name) => received(incoming, ada, name, '')))
    for (const { id } of [file, ...empty]) {
      const html = await raw(client.get(`/files/${id}/contents/html`)).loginAs(as)
      assert.include(html.body().toString(), 'This file is empty.')
    }
    const text = await raw(client.get(`/files/${file.id}/contents/text`)).loginAs(as)
    text.assertStatus(200)
    assert.equal(text.body().toString(), '')
  })

  test('an earlier version is shown with its own number and size', async ({ client, assert }) => {
    const { file, as, incoming, ada } = await aView('notes.txt', 'hello')
    await received(incoming, ada, 'notes.txt', 'longer')
    const now = await client.get(`/files/${file.id}/text`).loginAs(as)
    now.assertTextIncludes('title="6 bytes"')
    assert.notInclude(now.text(), 'Version')
    const before = await client.get(`/files/${file.id}/text`).qs({ version: 1 }).loginAs(as)
    before.assertTextIncludes('Version 1')
    before.assertTextIncludes('title="5 bytes"')
  })

  test('who asks for the head alone has viewed nothing', async ({ client, assert }) => {
    const { file, as, incoming, ada } = await aView('notes.txt', 'hello')
    const pdf = await received(incoming, ada, 'a.pdf', '%PDF-1.4\n%%EOF')
    for (const { id } of [file, pdf]) {
      const head = await client.request(`/files/${id}/contents/html`, 'HEAD').loginAs(as)
      head.assertStatus(200)
      assert.isEmpty(await viewingsOf(id))
    }
  })

  test('there is no third manner', async ({ client }) => {
    const { file, as } = await aView('notes.txt', 'hello')
    const response = await client.get(`/files/${file.id}/contents/raw`).loginAs(as)
    response.assertStatus(404)
  })
})
