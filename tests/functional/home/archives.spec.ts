import AuditEntry from '#app/audit/audit_entry'
import { blobStore } from '#app/files/blobs/current_store'
import type File from '#app/files/file'
import service from '#config/service'
import { signedIn, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { raw } from '#tests/support/raw'
import { received } from '#tests/support/received'
import { without } from '#tests/support/programs'
import { unpacked } from '#tests/support/unpacked'
import { test } from '@japa/runner'
import { truncate } from 'node:fs/promises'
import { join } from 'node:path'

async function threeFiles() {
  const cast = await theCast()
  const { incoming, ada } = cast
  const files: File[] = []
  for (const [name, words] of [
    ['a.txt', 'one\n'],
    ['Größe 表 🚚.csv', '1,2\n3,4\n'],
    ['empty', ''],
  ]) {
    files.push(await received(incoming, ada, name, words))
  }
  return { ...cast, files, address: `/folders/${incoming.id}/archive`, as: await signedIn(ada) }
}

const query = (files: File[]) => '?' + files.map(({ id }) => `files=${id}`).join('&')
const downloadsOf = (id: string) => AuditEntry.about(id).where('event', 'file.downloaded')

test.group('Download several files as a ZIP', (group) => {
  group.each.setup(undone)

  test('the ticked files come together, under their names, each recorded', async ({
    client,
    assert,
  }) => {
    const { files, address, as, ada } = await threeFiles()
    const response = await raw(client.get(address + query(files))).loginAs(as)
    response.assertStatus(200)
    response.assertHeader('content-type', 'application/zip')
    response.assertHeader('x-content-type-options', 'nosniff')
    assert.include(response.header('content-disposition'), 'filename="Incoming.zip"')
    response.assertHeader('content-length', String(response.body().length))

    const inside = await unpacked(response.body())
    assert.deepEqual(inside, { 'a.txt': 'one\n', 'Größe 表 🚚.csv': '1,2\n3,4\n', 'empty': '' })
    for (const file of files) {
      const [entry, ...others] = await downloadsOf(file.id)
      assert.equal(entry.actorId, ada.id)
      assert.isTrue(entry.details.archive)
      assert.isEmpty(others)
    }
  }).skip(...without('unzip'))

  test('one ticked file is a ZIP of one, and none means the whole folder', async ({
    client,
    assert,
  }) => {
    const { files, address, as } = await threeFiles()
    const one = await raw(client.get(address + query(files.slice(0, 1)))).loginAs(as)
    assert.deepEqual(Object.keys(await unpacked(one.body())), ['a.txt'])
    const all = await raw(client.get(address)).loginAs(as)
    assert.lengthOf(Object.keys(await unpacked(all.body())), 3)
  }).skip(...without('unzip'))

  test('in ASCII mode the line ends of text become CR LF', async ({ client, assert }) => {
    const { files, address, as } = await threeFiles()
    const response = await raw(client.get(`${address}${query(files)}&mode=ascii`)).loginAs(as)
    const inside = await unpacked(response.body())
    assert.equal(inside['a.txt'], 'one\r\n')
    assert.notProperty(response.headers(), 'content-length')
  }).skip(...without('unzip'))

  test('for others there is no folder and no ZIP', async ({ client, assert }) => {
    const { files, address, otto } = await threeFiles()
    const response = await client.get(address + query(files)).loginAs(await signedIn(otto))
    response.assertStatus(404)
    assert.isEmpty(await downloadsOf(files[0].id))
  })

  test('a file of another folder or a deleted one is not smuggled in', async ({
    client,
    assert,
  }) => {
    const { files, address, as, otto, ottosHome } = await threeFiles()
    const secret = await received(ottosHome, otto, 'secret.txt', 'secret')
    await files[1].merge({ deletedAt: Date.now() }).save()
    for (const chosen of [
      [files[0], secret],
      [files[0], files[1]],
    ]) {
      const response = await client
        .get(address + query(chosen))
        .loginAs(as)
        .redirects(0)
      response.assertStatus(302)
      response.assertFlashMessage('problem', 'One of the files is no longer here. Select again.')
    }
    assert.isEmpty(await downloadsOf(secret.id))
    assert.isEmpty(await downloadsOf(files[0].id))
  })

  test('an empty folder says so', async ({ client }) => {
    const { ada, adasHome } = await theCast()
    const response = await client
      .get(`/folders/${adasHome.id}/archive`)
      .loginAs(await signedIn(ada))
      .redirects(0)
    response.assertFlashMessage('problem', 'There are no files here to download.')
  })

  test('a HEAD sends and records nothing', async ({ client, assert }) => {
    const { files, address, as } = await threeFiles()
    const response = await client.request(address + query(files), 'HEAD').loginAs(as)
    response.assertStatus(200)
    assert.isEmpty(await downloadsOf(files[0].id))
  })

  test('a damaged file breaks the ZIP off, so that nobody takes it for whole', async ({
    client,
    assert,
  }) => {
    const { files, address, as } = await threeFiles()
    const { blobKey } = await files[1].currentVersion()
    assert.isNotNull(await blobStore().sizeOf(blobKey!))
    await truncate(join(service.storagePath, 'files', blobKey!), 1)
    await assert.rejects(async () => {
      await raw(client.get(address + query(files))).loginAs(as)
    }, /aborted|hang up/)
  })
})
