import AuditEntry from '#app/audit/audit_entry'
import { blobStore } from '#app/files/blobs/current_store'
import File from '#app/files/file'
import FileVersion from '#app/files/file_version'
import { receive, type Upload } from '#app/files/receiving/receive'
import Folder from '#app/folders/folder'
import { day } from '#app/shared/clock'
import { theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { test } from '@japa/runner'
import { createHash, randomBytes } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { Readable } from 'node:stream'

const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex')
const stored = (version: FileVersion) => buffer(blobStore().read(version.blobKey!))

async function adasUpload(name: string, details: Partial<Upload> = {}): Promise<Upload> {
  const { ada, adasHome } = await theCast()
  return { folder: adasHome, sender: ada, name, mode: 'binary', via: 'test', ...details }
}

test.group('Receiving a file', (group) => {
  group.each.setup(undone)

  test('a file that arrived is kept byte for byte, with its hash, its purge date and its trail', async ({
    assert,
  }) => {
    const bytes = randomBytes(3_000_000)
    const upload = await adasUpload('Report (final) #1 100%.bin', { declaredBytes: bytes.length })
    const receipt = await receive(Readable.from(pieces(bytes, 65_000)), upload)

    const { file, version } = receipt
    assert.isFalse(receipt.isNewVersion)
    assert.equal(file.sha256, sha256(bytes))
    assert.equal(file.sizeBytes, bytes.length)
    assert.match(file.code, /^W-[A-Z0-9]{4}-[A-Z0-9]{4}$/)
    assert.equal(file.purgeAt, file.receivedAt + 60 * day)
    assert.isTrue(bytes.equals(await stored(version)))

    const folder = await Folder.findOrFail(upload.folder.id)
    assert.equal(folder.fileCount, 1)
    assert.equal(folder.sizeBytes, bytes.length)
    const [entry] = await AuditEntry.about(file.id)
    assert.equal(entry.event, 'file.received')
    assert.equal(entry.actorId, upload.sender.id)
    assert.equal(entry.details.sha256, file.sha256)
  })

  test('an empty file is a file', async ({ assert }) => {
    const { file, version } = await receive(Readable.from([]), await adasUpload('empty.txt'))
    assert.equal(file.sizeBytes, 0)
    assert.equal(file.sha256, sha256(''))
    assert.isTrue(version.isText)
    assert.equal((await stored(version)).length, 0)
  })

  test('the same name in another case makes a new version, and the old bytes stay', async ({
    assert,
  }) => {
    const upload = await adasUpload('Årsrapport.TXT')
    const first = await receive(Readable.from(['one']), upload)
    const second = await receive(Readable.from(['three']), { ...upload, name: 'årsrapport.txt' })

    assert.isTrue(second.isNewVersion)
    assert.equal(second.file.id, first.file.id)
    assert.equal(second.version.number, 2)
    assert.equal(second.file.name, 'årsrapport.txt')
    assert.equal(String(await stored(first.version)), 'one')
    assert.equal(String(await stored(second.version)), 'three')
    assert.lengthOf(await File.query().where('folderId', upload.folder.id), 1)
    const folder = await Folder.findOrFail(upload.folder.id)
    assert.deepEqual([folder.fileCount, folder.sizeBytes], [1, 5])
  })

  test('many at once each get their own row and receipt', async ({ assert }) => {
    const upload = await adasUpload('')
    const names = Array.from({ length: 100 }, (_, at) => `file ${at}.txt`)
    const receipts = await Promise.all(
      names.map((name) => receive(Readable.from([name]), { ...upload, name }))
    )
    assert.deepEqual(
      receipts.map(({ file }) => file.sha256),
      names.map(sha256)
    )
    const folder = await Folder.findOrFail(upload.folder.id)
    assert.equal(folder.fileCount, 100)
    assert.lengthOf(await File.query().where('folderId', upload.folder.id), 100)
  })

  test('who may not upload leaves nothing behind, and the refusal is in the trail', async ({
    assert,
  }) => {
    const { adasHome, otto } = await theCast()
    const upload: Upload = {
      folder: adasHome,
      sender: otto,
      name: 'x',
      mode: 'binary',
      via: 'test',
    }
    await assert.rejects(() => receive(Readable.from(['x']), upload), /nothing here/)
    assert.lengthOf(await FileVersion.all(), 0)
    const entry = await AuditEntry.findByOrFail('event', 'action.refused')
    assert.equal(entry.actorId, otto.id)
  })
})

function* pieces(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
