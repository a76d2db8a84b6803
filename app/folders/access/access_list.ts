import type Account from '#app/accounts/account'
import { permit } from '#app/audit/decide'
import { grantsAsOf, sharedAsOf, type Place as FolderPlace } from '#app/folders/access/access_as_of'
import { columns, entriesOf, type AccessEntry } from '#app/folders/access/access_entry'
import { homeOf } from '#app/folders/access/access_home'
import { byUsername, narrowedTo, peopleFrom, type Start } from '#app/folders/access/access_people'
import type { Instant } from '#app/shared/clock'
import { isBackward, pageSize, slice, type Place, type Slice } from '#app/shared/place'
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
  const entries = await told(liaison, question, page.rows)
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
    yield await told(liaison, question, rows)
    if (rows.length < atOnce) return
    place = { after: rows.at(-1)!.id }
  }
}

const told = ({ organizationId }: Account, { at, folder }: AccessQuestion, rows: any[]) =>
  entriesOf(rows, { organizationId, at, folder })

async function read(liaison: Account, question: AccessQuestion, place: Place, limit: number) {
  const wanted = { isUp: !isBackward(place), start: await startOf(liaison, place), limit }
  const lists: any[][] = []
  for (const source of fewIn(liaison, question)) {
    lists.push(await inOrder(narrowedTo(source, question), wanted))
  }
  if (isOfAllOurs(liaison, question)) lists.push(await ofOurPeople(liaison, question, wanted))
  const merged = lists.length > 1 ? lists.flat().sort(byPerson(wanted.isUp)) : lists[0]
  return merged.slice(0, limit)
}

interface Wanted {
  isUp: boolean
  start?: Start
  limit: number
}

/** What an index leads to without looking at everybody: those of one folder, and what is shared with others. */
function fewIn(liaison: Account, { at, folder, withOrganizationId: theirs }: AccessQuestion) {
  const { organizationId: ours } = liaison
  if (folder) return [grantsAsOf(at).whereIn('grants.folder_id', idsOf(folder))]
  if (theirs === ours) return []
  const toUs = sharedAsOf(at).where('grants.folder_organization_id', ours)
  if (!theirs) return [toUs]
  return [
    toUs.where('grants.person_organization_id', theirs),
    sharedAsOf(at)
      .where('grants.person_organization_id', ours)
      .where('grants.folder_organization_id', theirs),
  ]
}

const idsOf = ({ way }: FolderPlace) => way.map(({ id }) => id)

const isOfAllOurs = ({ organizationId }: Account, { folder, withOrganizationId }: AccessQuestion) =>
  !folder && (!withOrganizationId || withOrganizationId === organizationId)

/** Of thousands, in the order of people: some people at a time, then what they have. */
async function ofOurPeople(liaison: Account, question: AccessQuestion, wanted: Wanted) {
  const { at, withOrganizationId } = question
  const { isUp, start, limit } = wanted
  const rows: any[] = []
  let from = start && { username: start[0], isIncluded: true }
  while (rows.length < limit) {
    const people = await peopleFrom(liaison, question, { from, isUp, limit })
    if (!people.length) break
    const grants = grantsAsOf(at).whereIn(
      'grants.account_id',
      people.map(({ id }) => id)
    )
    if (withOrganizationId) grants.where('grants.folder_organization_id', withOrganizationId)
    rows.push(...(await inOrder(grants, wanted)))
    if (people.length < limit) break
    from = { username: people.at(-1)!.username_key, isIncluded: false }
  }
  return rows
}

function inOrder(query: Query, { isUp, start, limit }: Wanted): Query {
  const direction = isUp ? 'asc' : 'desc'
  if (start) query.whereRaw(`(${byUsername()}, grants.id) ${isUp ? '>' : '<'} (?, ?)`, start)
  return query
    .orderByRaw(`${byUsername()} ${direction}, grants.id ${direction}`)
    .limit(limit)
    .select(columns)
}

function byPerson(isUp: boolean) {
  const compare = (one: string, other: string) =>
    Buffer.compare(Buffer.from(one), Buffer.from(other))
  const sign = isUp ? 1 : -1
  return (a: any, b: any) => sign * (compare(a.username_key, b.username_key) || compare(a.id, b.id))
}

/** A row is told by its subscription, so that no address holds a name; one that is none of ours begins nowhere. */
async function startOf(
  { organizationId }: Account,
  { after, before }: Place
): Promise<Start | undefined> {
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
