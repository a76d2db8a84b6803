/**
 * Makes what a help desk of a whole state looks through: 100 agencies with 44,000 people, 4,000 folders and 190 programs of ten entries
 * each, 50,000 entries in all, and 20,000 files with their codes. Prints what to look for, by how it is looked for.
 * Run by the benchmark: node --import=@poppinss/ts-exec bench/fill_lookup.ts
 */
import 'reflect-metadata'
import { Ignitor } from '@adonisjs/core'
import { v7 as uuidv7 } from 'uuid'

const counts = { agencies: 100, people: 44_000, folders: 4000, programs: 190, files: 20_000 }
const root = new URL('../', import.meta.url)
const app = new Ignitor(root, { importer: (path) => import(path) })
  .tap((a) => a.booting(() => import('#start/env') as Promise<any>))
  .createApp('console')
await app.init()
await app.boot()

const { default: db } = await import('@adonisjs/lucid/services/db')
const { inTransaction } = await import('#app/shared/transaction')
const { newCode } = await import('#app/files/file_code')
const { replaceEntries } = await import('#app/support/lookup/entries')

type Row = Record<string, any>
const day = 86_400_000
const firsts =
  'Ann Bob Cora Dee Elena Frank Gina Hugo Iris Jonas Kara Liam Mona Nils Olaf Paula'.split(' ')
const begins =
  'Ander Bark Cald Dunn Ells Fair Gold Hart Ives Kell Lind Marsh North Oak Penn Quill Rams Stern Thorn Under'
const ends =
  'son ley well wood man ford ton field worth berg stein gate land ridge dale brook hurst more wick shaw'
const lasts = begins.split(' ').flatMap((begin) => ends.split(' ').map((end) => begin + end))

const agencies = many(counts.agencies, (n) => ({
  id: uuidv7(),
  kind: 'agency',
  name: `Office of ${lasts[n * 3]} Affairs`,
  name_key: `office of ${lasts[n * 3]} affairs`.toLowerCase(),
  short_name: `A${n}`,
  short_name_key: `a${n}`,
  phone: phoneOf(90_000 + n),
  created_at: Date.now(),
}))
const people = many(counts.people, (n) => {
  const [first, last] = [firsts[n % 16], lasts[Math.floor(n / 16) % lasts.length]]
  const username = `${first}.${last}${Math.floor(n / 6400) || ''}`.toLowerCase()
  const [fullName, email] = [`${first} ${last}`, `${username}@agency${n % 100}.example.gov`]
  return {
    id: uuidv7(),
    organization_id: agencies[n % counts.agencies].id,
    ...{ username, username_key: username, full_name: fullName, email, phone: phoneOf(n) },
    name_key: fullName.toLowerCase(),
    search_key: `${username}\n${fullName}\n${email}`.toLowerCase(),
    created_at: Date.now(),
  }
})
const roots = agencies.map((agency) => folder(agency.short_name, agency.id))
const tree = many(counts.folders - roots.length, (n) => {
  const parent = roots[n % roots.length]
  return folder(`${lasts[n % lasts.length]} Reports ${n}`, parent.organization_id, parent)
})
const files = many(counts.files, (n) => {
  const [at, name] = [Date.now(), `report-${n}.csv`]
  return {
    ...{ id: uuidv7(), folder_id: tree[n % tree.length].id, code: newCode(), name, name_key: name },
    ...{ size_bytes: 10, sha256: '0'.repeat(64), sender_id: people[n].id },
    ...{ created_at: at, received_at: at, purge_at: at + 60 * day },
  }
})
await store('organizations', agencies)
await store('accounts', people)
await store('folders', [...roots, ...tree])
await store('files', files)
for (let n = 0; n < counts.programs; n++) await publish(n)
if (db.primaryConnectionName === 'postgres') await db.rawQuery('vacuum analyze')

const [{ total }] = await db.from('lookup_entries').count('* as total')
const some = many(40, (n) => people[(n * 1093) % people.length])
console.log(
  JSON.stringify({
    entries: Number(total),
    searches: {
      'a user name, an e-mail or a full name': some.flatMap((p) => [
        p.username,
        p.email,
        p.full_name,
      ]),
      'the beginning of a name': some.map((p) => p.full_name.slice(0, -3)),
      'one to three letters': ['a', 'an', 'ann', 'o', 'off', 'rep', 'dol', '86', 'gov', 'exa'],
      'a part of a word': some.map((p) => p.full_name.split(' ')[1].slice(2)),
      'a misspelled name': some.map((p) => misspelled(p.full_name)),
      'a misspelled word alone': some.map((p) => misspelled(p.full_name.split(' ')[1])),
      'nothing of the kind': some.map((_, n) => `zqx${n}vv wqzz`),
      'a phone number': some.flatMap(({ phone }) => [
        phone,
        phone.slice(6),
        phone.replaceAll('-', ' '),
      ]),
      'a folder by two words': some.map((_, n) => `${tree[n * 7].name} reports`),
      'a host or a program': some.map((_, n) => (n % 2 ? `host${n}.example.gov` : `Program ${n}`)),
      'a code or its beginning': some.flatMap((_, n) => [
        files[n * 31].code,
        files[n * 31].code.slice(0, 6),
      ]),
    },
  })
)
await app.terminate()

function many<T>(count: number, make: (n: number) => T) {
  return Array.from({ length: count }, (_, n) => make(n))
}

function phoneOf(n: number) {
  const digits = String(2_000_000 + n * 61).padStart(7, '0')
  return `860-${digits.slice(0, 3)}-${digits.slice(3)}`
}

/** Two letters exchanged, or one too many. */
function misspelled(name: string) {
  const at = name.length - 4
  return at % 2
    ? name.slice(0, at) + name[at + 1] + name[at] + name.slice(at + 2)
    : name.slice(0, at) + name[at] + name.slice(at)
}

function folder(name: string, organizationId: string, parent?: Row): Row {
  const id = uuidv7()
  return {
    ...{ id, organization_id: organizationId, parent_id: parent?.id ?? null, owner_id: null },
    ...{ name, name_key: name.toLowerCase(), created_at: Date.now() },
    lineage: `${parent?.lineage ?? '/'}${id}/`,
  }
}

function publish(n: number) {
  const [programId, organizationId] = [uuidv7(), agencies[n % agencies.length].id]
  const entry = (kind: 'program' | 'contact' | 'environment', at: number) => ({
    ...{ kind, subjectId: `${programId}:${at}`, organizationId },
    title:
      kind === 'program' ? `Program ${n}` : `${lasts[(n * 7 + at) % lasts.length]} of Program ${n}`,
    names: kind === 'environment' ? [`https://host${n}.example.gov:444/admin`] : [],
    texts: ['Production Environment', 'Secure Transport'],
  })
  const entries = many(10, (at) => entry(at ? (at > 7 ? 'environment' : 'contact') : 'program', at))
  return inTransaction((trx) => replaceEntries(programId, entries, trx))
}

async function store(table: string, rows: Row[]) {
  for (let from = 0; from < rows.length; from += 5000) {
    await inTransaction(async (trx) => {
      for (let at = from; at < Math.min(from + 5000, rows.length); at += 400) {
        await trx
          .knexQuery()
          .insert(rows.slice(at, Math.min(at + 400, from + 5000)))
          .into(table)
      }
    })
  }
}
