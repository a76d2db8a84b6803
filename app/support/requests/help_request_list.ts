import type Account from '#app/accounts/account'
import { permit } from '#app/audit/decide'
import type { Instant } from '#app/shared/clock'
import { nameKey } from '#app/shared/names'
import { isBackward, pageSize, slice, type Place as At, type Slice } from '#app/shared/place'
import { isSqlite } from '#app/shared/transaction'
import { numberFrom, numberInWords } from '#app/support/requests/help_request'
import { standingInWords, type Reader } from '#app/support/requests/help_request_standing'
import db from '@adonisjs/lucid/services/db'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'

type Query = DatabaseQueryBuilderContract

/** Which requests somebody who helps may want to see. */
const shows = {
  open: (query: Query) => query.whereIn('h.status', ['open', 'answered']),
  desk: (query: Query) => shows.open(query).where('h.lies_with', 'help_desk'),
  operator: (query: Query) => shows.open(query).where('h.lies_with', 'operator'),
  all: (query: Query) => query,
}
export type Shown = keyof typeof shows

export interface WantedRequests {
  search?: string
  show: Shown
  at: At
}

interface ListedRequest {
  id: string
  name: string
  caller: string
  organization: string
  urgency: string
  standing: string
  waitsSince: Instant | null
  createdAt: Instant
}

/** Those of a liaison's own organization; one's own requests stand under Help. */
export async function requestsOf(by: Account, wanted: WantedRequests) {
  await permit(by, 'workspace.open', by.organization)
  return list(by, wanted, (query) => query.where('h.organization_id', by.organizationId))
}

/** Those of all organizations, for the help desk. */
export async function requestsOfAll(by: Account, wanted: WantedRequests) {
  await permit(by, 'help_desk.open', by.organization)
  return list(by, wanted, (query) => query)
}

/** One's own, the latest first. */
export async function ownRequests(by: Account, at: At) {
  await permit(by, 'help_request.file', by)
  return paged(rows().where('h.account_id', by.id), at, 'caller')
}

function list(by: Account, { search, show, at }: WantedRequests, among: (query: Query) => Query) {
  const query = among(rows()).whereNot('h.account_id', by.id)
  if (search) searchFor(query, search)
  return paged(shows[show](query), at)
}

const rows = () =>
  db
    .from('help_requests as h')
    .join('accounts as a', 'a.id', 'h.account_id')
    .join('organizations as o', 'o.id', 'h.organization_id')
    .select('h.id', 'h.number', 'h.urgency', 'h.status', 'h.lies_with', 'h.waits_since')
    .select('h.created_at', 'a.full_name', 'a.username', 'o.name as organization', 'o.kind')

/** The plus keeps SQLite in the order of the list: a word that many have would let it sort all of their requests. */
const caller = () => (isSqlite() ? '+h.account_id' : 'h.account_id')

/** By the number as it is read out, or by words of the caller's name, user name or mail address. */
function searchFor(query: Query, text: string) {
  const number = numberFrom(text)
  if (number !== null) return query.where('h.number', number)
  const words = nameKey(text.replaceAll('\0', '')).split(/\s+/).filter(Boolean).slice(0, 8)
  const people = db.from('accounts').select('id')
  const holds = isSqlite() ? 'instr(search_key, ?) > 0' : 'strpos(search_key, ?) > 0'
  for (const word of words) people.whereRaw(holds, [word])
  const { sql, bindings } = people.toSQL()
  return query.whereRaw(`${caller()} in (${sql})`, bindings as string[])
}

async function paged(
  query: Query,
  at: At,
  reader: Reader = 'helper'
): Promise<Slice<ListedRequest>> {
  const backward = isBackward(at)
  const key = at.after ?? at.before
  if (key) query.where('h.id', backward ? '>' : '<', key)
  const read = await query.orderBy('h.id', backward ? 'asc' : 'desc').limit(pageSize + 1)
  const page = slice(read, at, ({ id }) => id)
  return { ...page, rows: page.rows.map((row) => listed(row, reader)) }
}

const listed = (row: any, reader: Reader): ListedRequest => ({
  id: row.id,
  name: numberInWords(row.number),
  caller: `${row.full_name} (${row.username})`,
  organization: row.organization,
  urgency: row.urgency,
  standing: standingInWords(
    { status: row.status, liesWith: row.lies_with, isAgency: row.kind === 'agency' },
    reader
  ),
  waitsSince: row.status === 'open' ? Number(row.waits_since) : null,
  createdAt: Number(row.created_at),
})
