import type Account from '#app/accounts/account'
import { permit } from '#app/audit/decide'
import { grantsAsOf, type Place as FolderPlace } from '#app/folders/access_as_of'
import { columns, entriesOf, type AccessEntry } from '#app/folders/access_entry'
import { homeOf } from '#app/folders/access_home'
import type { Instant } from '#app/shared/clock'
import { isBackward, pageSize, slice, type Place, type Slice } from '#app/shared/place'
import { isSqlite } from '#app/shared/transaction'
import db from '@adonisjs/lucid/services/db'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'

/** Who has access, as it was at an instant; of everybody who is ours or is in our folders, or of those alone who are meant. */
export interface AccessQuestion {
  at: Instant
  /** A part of a user name. */
  username?: string
  accountId?: string
  /** Whoever reaches this folder, also by one above it. */
  folder?: FolderPlace
  /** What its people have of ours and ours of it; the own one: what our people have of ours. */
  withOrganizationId?: string
}

type Query = DatabaseQueryBuilderContract

/** One page, by person. */
export async function listAccess(
  liaison: Account,
  question: AccessQuestion,
  place: Place
): Promise<Slice<AccessEntry>> {
  await permit(liaison, 'access.list', liaison.organization)
  const rows = await read(liaison, question, place, pageSize + 1)
  const page = slice(rows, place, ({ id }) => id)
  const entries = await entriesOf(page.rows, {
    ...question,
    organizationId: liaison.organizationId,
  })
  const isStart = !page.previous
  return { ...page, rows: isStart ? [...(await homeOf(liaison, question)), ...entries] : entries }
}

/** The whole list in the same order, some hundred at a time. */
export async function* allAccess(liaison: Account, question: AccessQuestion) {
  await permit(liaison, 'access.list', liaison.organization)
  yield await homeOf(liaison, question)
  const atOnce = 500
  let place: Place = {}
  while (true) {
    const rows = await read(liaison, question, place, atOnce)
    yield await entriesOf(rows, { ...question, organizationId: liaison.organizationId })
    if (rows.length < atOnce) return
    place = { after: rows.at(-1)!.id }
  }
}

async function read(liaison: Account, question: AccessQuestion, place: Place, limit: number) {
  const start = await startOf(liaison, place)
  const isUp = !isBackward(place)
  const lists: any[][] = []
  for (const source of sources(liaison, question)) {
    lists.push(await inOrder(narrowed(source, question), isUp, start).limit(limit).select(columns))
  }
  const merged = lists.length > 1 ? lists.flat().sort(byPerson(isUp)) : lists[0]
  return merged.slice(0, limit)
}

/** Where the subscriptions in question are found: each of these has an index that leads to few rows, or gives the order. */
function sources(
  { organizationId: ours }: Account,
  { at, folder, withOrganizationId: theirs }: AccessQuestion
) {
  const grants = () => grantsAsOf(at)
  if (folder)
    return [
      grants().whereIn(
        'grants.folder_id',
        folder.way.map(({ id }) => id)
      ),
    ]
  if (theirs === ours) return [ofPeople(grants(), ours).whereRaw('not grants.is_shared')]
  const shared = () => grants().whereRaw('grants.is_shared')
  if (theirs) {
    return [
      ofPeople(shared(), theirs).where('folders.organization_id', ours),
      ofPeople(shared(), ours).where('folders.organization_id', theirs),
    ]
  }
  return [ofPeople(grants(), ours), shared().where('folders.organization_id', ours)]
}

const ofPeople = (query: Query, organizationId: string) =>
  query.where('accounts.organization_id', organizationId)

function narrowed(query: Query, { username, accountId }: AccessQuestion) {
  if (accountId) query.where('accounts.id', accountId)
  const contains = isSqlite() ? 'instr' : 'strpos'
  if (username) query.whereRaw(`${contains}(accounts.username_key, ?) > 0`, [username])
  return query
}

/** User names compare by bytes, the same on both databases. */
export const byUsername = () =>
  isSqlite() ? 'accounts.username_key' : 'accounts.username_key collate "C"'

function inOrder(query: Query, isUp: boolean, start?: string[]) {
  const direction = isUp ? 'asc' : 'desc'
  if (start) query.whereRaw(`(${byUsername()}, grants.id) ${isUp ? '>' : '<'} (?, ?)`, start)
  return query.orderByRaw(`${byUsername()} ${direction}, grants.id ${direction}`)
}

function byPerson(isUp: boolean) {
  const compare = (one: string, other: string) =>
    Buffer.compare(Buffer.from(one), Buffer.from(other))
  const sign = isUp ? 1 : -1
  return (a: any, b: any) => sign * (compare(a.username_key, b.username_key) || compare(a.id, b.id))
}

/** A row is told by its subscription, so that no address holds a name; one that is none of ours begins nowhere. */
async function startOf({ organizationId }: Account, { after, before }: Place) {
  const key = after ?? before
  if (!key) return undefined
  const row = await db
    .from('folder_subscriptions as grants')
    .join('accounts', 'accounts.id', 'grants.account_id')
    .join('folders', 'folders.id', 'grants.folder_id')
    .where('grants.id', key)
    .where((either) =>
      either
        .where('accounts.organization_id', organizationId)
        .orWhere('folders.organization_id', organizationId)
    )
    .select('accounts.username_key', 'grants.id')
    .first()
  return row && [row.username_key, row.id]
}
