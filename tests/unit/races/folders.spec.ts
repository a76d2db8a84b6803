import File from '#app/files/file'
import { blobStore } from '#app/files/blobs/current_store'
import { publish, type Arrival } from '#app/files/receiving/publish'
import { inMode } from '#app/files/receiving/transfer_mode'
import Folder from '#app/folders/folder'
import FolderDeletion, { deleteFolder } from '#app/folders/tree/folder_deletion'
import { makeFolder } from '#app/folders/tree/folder_making'
import { moveFolder } from '#app/folders/tree/folder_move'
import FolderPlace from '#app/folders/tree/folder_place'
import { recoverFolder } from '#app/folders/tree/folder_recovery'
import AuditEntry from '#app/audit/audit_entry'
import { theCast } from '#tests/support/cast'
import { committed } from '#tests/support/database'
import { atOnce, times } from '#tests/support/races'
import { test } from '@japa/runner'
import { Readable } from 'node:stream'

type Cast = Awaited<ReturnType<typeof theCast>>

async function arrival(folder: Folder, { ada }: Cast, name: string, size = 5): Promise<Arrival> {
  const bytes = await inMode(
    'binary',
    await blobStore().keep(Readable.from([Buffer.alloc(size, name)]))
  )
  return { upload: { folder, name, sender: ada, mode: 'binary', via: 'test' }, name, bytes }
}

/** Each process gathers arrivals in a line of its own: here stand several such lines side by side. */
async function lines(count: number): Promise<(typeof publish)[]> {
  const address = (at: number) =>
    `${import.meta.resolve('#app/files/receiving/publish')}?trees=${at}`
  const copies = await Promise.all(times(count, (at) => import(address(at))).map((copy) => copy()))
  return copies.map((copy) => copy.publish)
}

const isDone = (work: Promise<unknown>) =>
  work.then(
    () => true,
    () => false
  )

const entries = async (event: string) =>
  (await AuditEntry.query().where({ event, outcome: 'done' })).length

test.group('Two at once in a tree', (group) => {
  group.each.setup(committed)

  test('two folders that are moved into each other: one is, and the tree stays one', async ({
    assert,
  }) => {
    const { lena, root, dol } = await theCast()
    const make = (name: string) => Folder.make(lena, { name, organizationId: dol.id, parent: root })
    const [one, two] = [await make('One'), await make('Two')]
    const copies = [
      await Folder.findOrFail(one.id),
      await Folder.findOrFail(two.id),
      await Folder.findOrFail(two.id),
      await Folder.findOrFail(one.id),
    ]
    const outcomes = await atOnce<unknown>('folders', root.id, [
      () => moveFolder(lena, copies[0], copies[1]),
      () => moveFolder(lena, copies[2], copies[3]),
    ])
    assert.lengthOf(
      outcomes.filter((outcome) => outcome === 'moved'),
      1
    )
    await one.refresh()
    await two.refresh()
    const [upper, lower] = one.parentId === root.id ? [one, two] : [two, one]
    assert.equal(lower.parentId, upper.id)
    assert.equal(lower.lineage, `${root.lineage}${upper.id}/${lower.id}/`)
    assert.lengthOf(await FolderPlace.query().whereNull('endedAt').where('parentId', upper.id), 1)
  })

  test('the same folder made four times is made once', async ({ assert }) => {
    const { lena, root } = await theCast()
    const copies = await Promise.all(times(4, () => Folder.findOrFail(root.id)).map((f) => f()))
    const made = await atOnce<object>(
      'folders',
      root.id,
      copies.map((copy) => () => makeFolder(lena, copy, 'Same'))
    )
    assert.lengthOf(
      made.filter((outcome) => 'problems' in outcome),
      3
    )
    assert.lengthOf(await Folder.query().where('name', 'Same'), 1)
  })

  test('deleted twice it is deleted once; recovered twice, recovered once', async ({ assert }) => {
    const { lena, incoming } = await theCast()
    const copies = await Promise.all(times(3, () => Folder.findOrFail(incoming.id)).map((f) => f()))
    const deletions = await atOnce(
      'folders',
      incoming.id,
      copies.map((copy) => () => deleteFolder(lena, copy))
    )
    assert.lengthOf(
      deletions.filter((deletion) => deletion !== null),
      1
    )
    const { id } = await FolderDeletion.firstOrFail()
    const found = await Promise.all(
      times(3, () => FolderDeletion.findFor(lena, id)).map((f) => f())
    )
    const recovered = await atOnce<unknown>(
      'folder_deletions',
      id,
      found.map((deletion) => () => recoverFolder(lena, deletion))
    )
    assert.sameMembers(recovered, ['recovered', 'gone', 'gone'])
    assert.equal(await entries('folder.deleted'), 1)
    assert.equal(await entries('folder.recovered'), 1)
  })

  test('an upload into a folder that is deleted just then is there, or refused and nowhere', async ({
    assert,
  }) => {
    const cast = await theCast()
    for (const name of ['a.txt', 'b.txt', 'c.txt']) {
      const waiting = await arrival(cast.incoming, cast, name)
      const folder = await Folder.findOrFail(cast.incoming.id)
      const [isThere, deletion] = await atOnce<any>('folders', cast.incoming.id, [
        () => isDone(publish(waiting)),
        () => deleteFolder(cast.lena, folder),
      ])
      assert.lengthOf(await File.query().where({ name }), isThere ? 1 : 0)
      assert.equal(deletion.fileCount, (await File.all()).length)
      assert.isFalse(await isDone(publish(await arrival(cast.incoming, cast, `late ${name}`))))
      assert.equal(await recoverFolder(cast.lena, deletion), 'recovered')
    }
    const late = await File.query().where('name', 'like', 'late%')
    assert.lengthOf(late, 0)
  })

  test('an upload into a folder that is moved just then arrives in it', async ({ assert }) => {
    const cast = await theCast()
    const { incoming, root, srr, lena } = cast
    for (const [at, to] of [root, srr, root].entries()) {
      const waiting = await arrival(incoming, cast, `${at}.txt`)
      const folder = await Folder.findOrFail(incoming.id)
      const [receipt, outcome] = await atOnce<any>('folders', incoming.id, [
        () => publish(waiting),
        () => moveFolder(lena, folder, to),
      ])
      assert.equal(outcome, 'moved')
      assert.equal(receipt.file.folderId, incoming.id)
    }
    await incoming.refresh()
    assert.equal(incoming.parentId, root.id)
    assert.equal(incoming.fileCount, 3)
    assert.equal(incoming.keptBytes, 15)
  })

  test('uploads that come together do not jump over a quota, wherever below it they go', async ({
    assert,
  }) => {
    const cast = await theCast()
    const { incoming, srr, lena, dol } = cast
    await srr.merge({ quotaBytes: 100 }).save()
    const below = await Folder.make(lena, {
      name: 'Below',
      organizationId: dol.id,
      parent: incoming,
    })
    const ways = await lines(6)
    const arrivals = await Promise.all(
      ways.map((_, at) => arrival(at % 2 ? below : incoming, cast, `${at}.txt`, 30))
    )
    const done = await atOnce(
      'folders',
      srr.id,
      ways.map((way, at) => () => isDone(way(arrivals[at])))
    )
    assert.lengthOf(
      done.filter((isIn) => isIn),
      3
    )
    assert.lengthOf(await File.all(), 3)
    const kept = await Folder.query().whereIn('id', [incoming.id, below.id])
    assert.equal(
      kept.reduce((sum, { keptBytes }) => sum + keptBytes, 0),
      90
    )
  })
})
