/**
 * Makes a large agency of DOL: 5,000 accounts with their homes, 2,000 folders, 20,000 subscriptions, 20,000 files and a sealed trail
 * of 1,000,000 entries over the last year, as if all of it had come to be by and by. Prints what there is then.
 * Run by the benchmark: node --import=@poppinss/ts-exec bench/fill_agency.ts [entries]
 */
import 'reflect-metadata'
import { Ignitor } from '@adonisjs/core'
import { v7 as uuidv7 } from 'uuid'

const entryCount = Number(process.argv[2] ?? 1_000_000)
const counts = { accounts: 5000, guests: 500, folders: 2000, subscriptions: 20_000, files: 20_000 }
const root = new URL('../', import.meta.url)
const app = new Ignitor(root, { importer: (path) => import(path) })
  .tap((a) => a.booting(() => import('#start/env') as Promise<any>))
  .createApp('console')
await app.init()
await app.boot()

const { default: db } = await import('@adonisjs/lucid/services/db')
const { inTransaction } = await import('#app/shared/transaction')
const { hashOf, said } = await import('#app/audit/chain')
const { sealDue } = await import('#app/audit/seal')
const { nameKey } = await import('#app/shared/names')

/** All of the indexes of the trail in memory: they are filled in no order. */
if (db.primaryConnectionName === 'sqlite') await db.rawQuery('pragma cache_size = -1500000')

const day = 86_400_000
const end = Date.now()
const begin = end - 360 * day
type Row = Record<string, any>

const dol = await db.from('organizations').where('short_name_key', 'dol').firstOrFail()
const opm = await db.from('organizations').where('short_name_key', 'opm').firstOrFail()
const [dolRoot, opmRoot] = [await rootOf(dol.id), await rootOf(opm.id)]
const lena = await db.from('accounts').where('username_key', 'dol.liaison').firstOrFail()
const olga = await db.from('accounts').where('username_key', 'opm.liaison').firstOrFail()

const people = accounts(dol, counts.accounts)
const guests = accounts(opm, counts.guests)
const tree = folders()
const homes = [...people, ...guests].map(home)
await store('accounts', [...people, ...guests])
await store('folders', [...tree, ...homes])
await store('folder_places', [...tree, ...homes].map(placed))
const grants = subscriptions()
await store('folder_subscriptions', grants)
await store('subscription_offers', grants.filter((row) => row.agreement_number).map(offered))
const files = received()
await store('files', files)
await store('file_versions', files.map(version))
await writeTrail(entryCount)
/** PostgreSQL does it by itself, but not at once; SQLite never does. */
if (db.primaryConnectionName === 'postgres') await db.rawQuery('vacuum analyze')
console.log(JSON.stringify({ ...counts, entries: entryCount, folder: tree[10].id }))
await app.terminate()

function rootOf(organizationId: string) {
  return db
    .from('folders')
    .where('organization_id', organizationId)
    .whereNull('parent_id')
    .whereNull('owner_id')
    .firstOrFail()
}

function at(n: number, of: number) {
  return begin + Math.floor((n / of) * (end - begin - day))
}

/** Ids sort by the time at which things came to be. */
function idOf(msecs: number) {
  return uuidv7({ msecs })
}

function accounts({ id, short_name_key: short }: Row, count: number): Row[] {
  return Array.from({ length: count }, (_, n) => {
    const username = `${short}.agent${String(n).padStart(5, '0')}`
    const fullName = `${['Ann', 'Bob', 'Cy', 'Dee'][n % 4]} Agent ${n}`
    const row = { id: idOf(begin), organization_id: id, username, username_key: username }
    const email = `${username}@example.gov`
    return { ...row, full_name: fullName, email, created_at: begin, password_hash: null }
  })
}

/** Twenty branches of ten folders with nine below each, more or less. */
function folders(): Row[] {
  const made: Row[] = []
  for (let n = 0; n < counts.folders; n++) {
    const parent = n < 20 ? dolRoot : n < 220 ? made[n % 20] : made[20 + (n % 200)]
    made.push(folder(`Folder ${String(n).padStart(4, '0')}`, parent))
  }
  return made
}

function folder(name: string, parent: Row): Row {
  const id = idOf(begin)
  const lineage = `${parent.lineage}${id}/`
  const row = { id, organization_id: parent.organization_id, parent_id: parent.id, owner_id: null }
  return { ...row, name, name_key: nameKey(name), lineage, created_at: begin }
}

function home({ id: owner, organization_id: organization, username: name }: Row): Row {
  const id = idOf(begin)
  const row = { id, organization_id: organization, parent_id: null, owner_id: owner }
  return { ...row, name, name_key: nameKey(name), lineage: `/${id}/`, created_at: begin }
}

function placed({ id, parent_id: parent, created_at: created }: Row): Row {
  return { id: idOf(begin), folder_id: id, parent_id: parent, created_at: created }
}

/** Of each person some, each twentieth of another agency's; and as many that are over already. */
function subscriptions(): Row[] {
  const made = new Map<string, Row>()
  for (let n = 0; made.size < counts.subscriptions; n++) {
    const isShared = n % 20 === 0
    const who = isShared ? guests[(n / 20) % guests.length] : people[(n * 7) % people.length]
    const where = tree[(n * 13 + Math.floor(n / people.length)) % tree.length]
    made.set(`${who.id} ${where.id}`, grant(who, where, isShared, n))
  }
  const elsewhere = people.slice(0, 300).map((who, n) => grant(who, opmRoot, true, n))
  const over = [...made.values()].slice(0, 3000).map((row, n) => ({
    ...row,
    id: idOf(begin),
    created_at: begin,
    ended_at: row.created_at,
    ended_because: 'changed',
    level: ['viewer', 'contributor', 'manager'][n % 3],
  }))
  return [...made.values(), ...elsewhere, ...over]
}

function grant(who: Row, where: Row, isShared: boolean, n: number): Row {
  const created = at(n % 5000, 5000)
  return {
    id: idOf(created),
    folder_id: where.id,
    account_id: who.id,
    level: ['viewer', 'contributor', 'contributor', 'manager'][n % 4],
    granted_by: where.organization_id === dol.id ? lena.id : olga.id,
    created_at: created,
    expires_at: n % 9 ? null : end + (30 + (n % 300)) * day,
    ended_at: null,
    ended_because: null,
    purpose: `Program ${n % 40}`,
    agreement_number: isShared ? `MOU-${n % 90}` : null,
    last_used_at: n % 3 ? end - (n % 90) * day : null,
  }
}

function offered(row: Row): Row {
  const toDol = row.granted_by === lena.id
  return {
    id: idOf(row.created_at - 1),
    folder_id: row.folder_id,
    organization_id: toDol ? dol.id : opm.id,
    asked_organization_id: toDol ? opm.id : dol.id,
    named: row.account_id,
    named_key: row.account_id,
    level: row.level,
    purpose: row.purpose,
    status: 'accepted',
    created_at: row.created_at - 1,
    offered_by: row.granted_by,
    decided_at: row.created_at,
    decided_by: toDol ? olga.id : lena.id,
    account_id: row.account_id,
    subscription_id: row.id,
  }
}

function received(): Row[] {
  return Array.from({ length: counts.files }, (_, n) => {
    const created = end - 58 * day + Math.floor((n / counts.files) * 57 * day)
    const name = `report-${String(n).padStart(6, '0')}.csv`
    return {
      id: idOf(created),
      folder_id: tree[(n * 31) % tree.length].id,
      code: `A-${n}`,
      name,
      name_key: name,
      size_bytes: 1000 + (n % 50_000_000),
      sha256: '0'.repeat(64),
      version_number: 1,
      sender_id: people[(n * 3) % people.length].id,
      created_at: created,
      received_at: created,
      purge_at: created + 60 * day,
      picked_up_at: n % 4 ? created + day : null,
    }
  })
}

function version(file: Row): Row {
  const { sender_id: sender, size_bytes: size, sha256, created_at: created } = file
  const row = { id: idOf(created), file_id: file.id, number: 1, transfer_mode: 'binary' }
  return { ...row, sender_id: sender, size_bytes: size, sha256, created_at: created }
}

async function store(table: string, rows: Row[]) {
  for (let from = 0; from < rows.length; from += 20_000) {
    await inTransaction(async (trx) => {
      const some = rows.slice(from, from + 20_000)
      for (let first = 0; first < some.length; first += 400) {
        await trx
          .knexQuery()
          .insert(some.slice(first, first + 400))
          .into(table)
      }
    })
  }
}

/** Sealed as the service seals it, so that nobody seals while the pages are measured. */
async function writeTrail(length: number) {
  await sealDue()
  let { position, hash } = await db.from('audit_heads').where('id', 1).firstOrFail()
  for (let from = 0; from < length; from += 20_000) {
    const rows = Array.from({ length: Math.min(20_000, length - from) }, (_, offset) => {
      const row = entry(from + offset, length)
      position++
      hash = hashOf(row as any, position, hash)
      return { ...row, position, hash }
    })
    await store('audit_entries', rows)
    await inTransaction((trx) => trx.from('audit_heads').where('id', 1).update({ position, hash }))
  }
}

function entry(n: number, of: number) {
  const created = at(n, of)
  const who = people[(n * 11) % people.length]
  const file = files[(n * 17) % files.length]
  const row: Row = {
    id: idOf(created),
    created_at: created,
    ...happening(n, who, file),
    actor_id: who.id,
    actor_name: `${who.full_name} (${who.username})`,
    organization_id: dol.id,
    address: '192.0.2.7',
    request_id: `fill-${n}`,
  }
  return Object.fromEntries(said.map((name) => [name, row[name]]))
}

function happening(n: number, who: Row, file: Row): Row {
  const folderId = file.folder_id
  const of = (event: string, details: Row) => ({
    event,
    outcome: 'done',
    subject_type: 'file',
    subject_id: file.id,
    subject_name: file.name,
    details: JSON.stringify({ folderId, ...details }),
  })
  if (n % 10 < 4) return of('file.received', { version: 1, sizeBytes: file.size_bytes })
  if (n % 10 < 7) return of('file.downloaded', { version: 1 })
  if (n % 10 < 8) return of('file.viewed', { version: 1, as: 'text' })
  const self = { subject_type: 'account', subject_id: who.id, subject_name: who.full_name }
  if (n % 1000 === 8) {
    const details = JSON.stringify({ reason: 'You can view and download here, but not upload.' })
    return { ...self, event: 'action.refused', outcome: 'refused', details }
  }
  if (n % 1000 === 9) {
    const details = JSON.stringify({ account: who.full_name, accountId: who.id, level: 'viewer' })
    const subject = { subject_type: 'folder', subject_id: folderId, subject_name: 'Folder' }
    return { ...subject, event: 'subscription.started', outcome: 'done', details }
  }
  return { ...self, event: 'sign_in.done', outcome: 'done', details: '{}' }
}
