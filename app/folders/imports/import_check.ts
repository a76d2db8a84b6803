import Account from '#app/accounts/account'
import { hasDirectory } from '#app/accounts/signing_in/credential_sources'
import type { NewPerson } from '#app/folders/account_opening'
import Folder from '#app/folders/folder'
import { readRow, type Reading } from '#app/folders/imports/import_row'
import type { Row } from '#app/folders/imports/import_text'
import type Organization from '#app/organizations/organization'
import { now } from '#app/shared/clock'
import { nameKey } from '#app/shared/names'
import type { Trx } from '#app/shared/transaction'
import db from '@adonisjs/lucid/services/db'

export interface Checked extends Row {
  person: Omit<NewPerson, 'first'>
  level: Reading['level']
  folder?: Folder
  problems: Reading['problems']
}

/**
 * What each row means here and now, and what is wrong with it. Another organization's folders and people are unknown: the
 * answer for them is the one for what never was.
 */
export async function checkRows(rows: Row[], organization: Organization, trx?: Trx) {
  const taken = await takenNames(rows, trx)
  const sponsors = await sponsorsNamed(rows, organization, trx)
  const folders = await foldersNamed(rows, organization, trx)
  const lines = linesByName(rows)
  const isDirectory = await hasDirectory(organization.id, trx)
  return rows.map((row): Checked => {
    const { person, level, problems } = readRow(row)
    const key = person.username.toLowerCase()
    const others = (lines.get(key) ?? []).filter((line) => line !== row.line)
    if (person.username && others.length) {
      problems.username = [
        `The same user name stands in line ${others.slice(0, 5).join(', ')}, too.`,
      ]
    } else if (!problems.username && taken.has(key)) {
      problems.username = [`The user name ${person.username} is taken. Choose another one.`]
    }
    const sponsorId = sponsors.get(row.cells.sponsor?.toLowerCase() ?? '')
    if (row.cells.sponsor && !sponsorId) {
      problems.sponsor = ['Write the user name of somebody active in your organization.']
    }
    if (person.credentialSource === 'directory' && !isDirectory) {
      problems.source = ['Your organization has no directory in use. Write “local”.']
    }
    const folder = folders(row.cells.folder)
    if (row.cells.folder && !folder) {
      problems.folder = ['There is no such folder in your organization. Write its whole path.']
    }
    return { ...row, person: { ...person, sponsorId }, level, folder, problems }
  })
}

export const isFine = ({ problems }: Checked) => Object.keys(problems).length === 0

function linesByName(rows: Row[]) {
  const lines = new Map<string, number[]>()
  for (const { line, cells } of rows) {
    const key = (cells.username ?? '').toLowerCase()
    lines.set(key, [...(lines.get(key) ?? []), line])
  }
  return lines
}

/** User names are taken on the whole service, whoever has them. */
async function takenNames(rows: Row[], trx?: Trx) {
  const keys = rows.map(({ cells }) => (cells.username ?? '').toLowerCase().slice(0, 100))
  const known = await Account.query({ client: trx })
    .whereIn('usernameKey', keys)
    .select('usernameKey')
  return new Set(known.map(({ usernameKey }) => usernameKey))
}

/** As for one account (sponsorship.ts): somebody active who is not from outside. */
async function sponsorsNamed(rows: Row[], { id }: Organization, trx?: Trx) {
  const keys = [...new Set(rows.flatMap(({ cells }) => cells.sponsor?.toLowerCase() ?? []))]
  if (!keys.length) return new Map<string, string>()
  const people = await Account.query({ client: trx })
    .where('organizationId', id)
    .whereIn('usernameKey', keys)
    .whereNull('sponsorId')
    .withScopes((scopes) => scopes.activeAt(now()))
    .select('id', 'usernameKey')
  return new Map(people.map((person) => [person.usernameKey, person.id]))
}

/** Finds folders of the organization's own tree by their paths; home folders stand in no tree. */
async function foldersNamed(rows: Row[], { id }: Organization, trx?: Trx) {
  const paths = new Set(rows.flatMap(({ cells }) => cells.folder ?? []))
  if (!paths.size) return () => undefined
  const tree: Place[] = await (trx ?? db)
    .from('folders')
    .where('organization_id', id)
    .whereNull('owner_id')
    .whereNull('deletion_id')
    .select('id', 'parent_id', 'name_key')
  const byPlace = new Map(tree.map((one) => [placeOf(one.parent_id, one.name_key), one.id]))
  const found = new Map([...paths].map((path) => [path, idAt(path, byPlace)]))
  const ids = [...found.values()].filter((one) => one !== null)
  const folders = await Folder.query({ client: trx }).whereIn('id', ids)
  const byId = new Map(folders.map((folder) => [folder.id, folder]))
  return (path?: string) => byId.get(found.get(path ?? '') ?? '')
}

interface Place {
  id: string
  parent_id: string | null
  name_key: string
}

const placeOf = (parentId: string | null, key: string) => `${parentId ?? ''}/${key}`

/** "/DOL/SRR/Incoming", from the root down; null where there is no such folder. */
function idAt(path: string, byPlace: Map<string, string>) {
  let at: string | null = null
  for (const name of path.split(/[/\\]/).filter(Boolean)) {
    at = byPlace.get(placeOf(at, nameKey(name.trim()))) ?? null
    if (at === null) return null
  }
  return at
}
