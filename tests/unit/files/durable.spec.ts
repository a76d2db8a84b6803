import { FsStore } from '#app/files/blobs/fs_store'
import { useStore } from '#app/files/blobs/current_store'
import { receive } from '#app/files/receiving/receive'
import { adasUpload } from '#tests/support/bytes'
import { undone } from '#tests/support/database'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import fs, { mkdtemp, open, rm } from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'

/** Writes down in which order the disk and the database are asked to keep something. */
async function watched(folder: string) {
  const steps: string[] = []
  const handle = await open(folder, 'r')
  const files = Object.getPrototypeOf(handle) as { sync(): Promise<void> }
  await handle.close()
  const { rename } = fs
  const { sync } = files
  files.sync = async function (this: fs.FileHandle) {
    const isFolder = (await this.stat()).isDirectory()
    await sync.call(this)
    steps.push(isFolder ? 'folder' : 'file')
  }
  fs.rename = async (from, to) => {
    await rename(from, to)
    steps.push('rename')
  }
  syncBuiltinESMExports()
  const told = (query: { sql: string }) => {
    if (/^insert into .file_versions/.test(query.sql)) steps.push('row')
  }
  db.connection().getWriteClient().on('query', told)
  return {
    steps,
    undo: () => {
      files.sync = sync
      fs.rename = rename
      syncBuiltinESMExports()
      db.connection().getWriteClient().off('query', told)
    },
  }
}

test.group('Publishing in the order that survives a power cut', (group) => {
  group.each.setup(undone)

  for (const length of [0, 1000, 5_000_000]) {
    test(`${length} bytes: the file is flushed, renamed, its folder flushed, then its row written, then told`, async ({
      assert,
      cleanup,
    }) => {
      const folder = await mkdtemp(join(tmpdir(), 'waybill-durable-'))
      cleanup(() => rm(folder, { recursive: true }))
      cleanup(useStore(new FsStore(folder)))
      const upload = await adasUpload('first')
      await receive(Readable.from(['the folders of the hour are there']), upload)

      const { steps, undo } = await watched(folder)
      cleanup(undo)
      const pieces = length ? [Buffer.alloc(length)] : []
      await receive(Readable.from(pieces), { ...upload, name: 'second' })
      /** Between the first two, a new hour may begin: its folder is made to last. */
      assert.deepEqual([steps[0], ...steps.slice(-3)], ['file', 'rename', 'folder', 'row'])
    })
  }
})
