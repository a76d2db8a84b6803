/**
 * Fills a new folder below /DOL/SRR/Incoming with rows of files, as if they had been uploaded over two months, and
 * prints the folder's id. Run by the benchmark: node --import=@poppinss/ts-exec bench/fill_folder.ts 100000
 */
import 'reflect-metadata'
import { Ignitor } from '@adonisjs/core'
import { createHash } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'

const count = Number(process.argv[2])
const root = new URL('../', import.meta.url)
const app = new Ignitor(root, { importer: (path) => import(path) })
  .tap((a) => a.booting(() => import('#start/env') as Promise<any>))
  .createApp('console')
await app.init()
await app.boot()

const { default: db } = await import('@adonisjs/lucid/services/db')
const { default: Account } = await import('#app/accounts/account')
const { default: Folder } = await import('#app/folders/folder')
const { theService } = await import('#app/audit/actor')

const ada = await Account.findByOrFail('username', 'dol.ada')
const incoming = await Folder.findByOrFail('name', 'Incoming')
const folder = await Folder.make(theService, {
  name: `With ${count} files`,
  organizationId: incoming.organizationId,
  parent: incoming,
})

const words = ['wages', 'matching', 'claims', 'quarter', 'employer', 'benefit', 'extract', 'ledger']
const sha256 = createHash('sha256').update('').digest('hex')
const day = 86_400_000
const begin = Date.now() - 59 * day

for (let from = 0; from < count; from += 400) {
  const rows = Array.from({ length: Math.min(400, count - from) }, (_, offset) =>
    row(from + offset)
  )
  await db
    .knexQuery()
    .insert(rows.map(({ file }) => file))
    .into('files')
  await db
    .knexQuery()
    .insert(rows.map(({ version }) => version))
    .into('file_versions')
}
await db
  .from('folders')
  .where('id', folder.id)
  .update({ file_count: count, size_bytes: count * 1024, kept_bytes: count * 1024 })
console.log(folder.id)
await app.terminate()

function row(n: number) {
  const id = uuidv7()
  const name = `${words[n % 8]}-${words[(n >> 3) % 8]}-${String((n * 7919) % count).padStart(7, '0')}.csv`
  const receivedAt = begin + Math.floor((n / count) * 58 * day)
  const sizeBytes = (n * 104729) % 50_000_000
  const common = { size_bytes: sizeBytes, sha256, sender_id: ada.id, created_at: receivedAt }
  return {
    file: {
      ...common,
      id,
      folder_id: folder.id,
      code: `B-${count}-${n}`,
      name,
      name_key: name,
      version_number: 1,
      received_at: receivedAt,
      purge_at: receivedAt + 60 * day,
    },
    version: { ...common, id: uuidv7(), file_id: id, number: 1, transfer_mode: 'binary' },
  }
}
