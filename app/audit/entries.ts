import type { Event } from '#app/audit/events'
import { eventsOf, type Kind } from '#app/audit/kinds'
import { idAt } from '#app/audit/id_at'
import { day, type Instant } from '#app/shared/clock'
import { isBackward, type Place } from '#app/shared/place'
import { isSqlite } from '#app/shared/transaction'
import { unindexed } from '#app/shared/unindexed'
import db from '@adonisjs/lucid/services/db'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'

/** What is looked for in the trail of one organization. */
export interface Sought {
  organizationId: string
  /** Who did it, or about whom it is. */
  accountId?: string
  /** The folder itself, and what lies right in it. */
  folderId?: string
  kind?: Kind
  events?: Event[]
  from?: Instant
  /** Up to here, exclusive. */
  to?: Instant
}

/** An entry as the database keeps it, its details read. */
export interface Entry {
  id: string
  createdAt: Instant
  event: string
  isRefused: boolean
  actorId: string | null
  actorName: string
  subjectType: string | null
  subjectId: string | null
  subjectName: string | null
  details: Record<string, any>
  address: string | null
}

type Query = DatabaseQueryBuilderContract

/** No clock is set back by more than this without somebody noticing. */
const clockSlack = 2 * day

/**
 * Entries, the latest first, from a place on. The search is split into streams, each of which an index gives in order; so it costs
 * the same in a trail of a thousand entries and of a million.
 */
export async function findEntries(sought: Sought, place: Place, limit: number): Promise<Entry[]> {
  const isDown = !isBackward(place)
  const found = new Map<string, any>()
  for (const stream of streams(sought)) {
    const query = within(stream, sought, place).limit(limit)
    for (const row of await query.orderBy('id', isDown ? 'desc' : 'asc')) found.set(row.id, row)
  }
  const sign = isDown ? 1 : -1
  const rows = [...found.values()].sort((a, b) => (a.id < b.id ? sign : -sign))
  return rows.slice(0, limit).map(entryOf)
}

/** An id in the details of an entry, as the index of each has it: found as text, whatever somebody made of them. */
function named(name: 'folderId' | 'accountId', id: string): [sql: string, values: string[]] {
  const at = `${isSqlite() ? 'instr' : 'strpos'}(details, '"${name}":"')`
  return [`${at} > 0 and substr(details, ${at} + ${name.length + 4}, 36) = ?`, [id]]
}

function streams(sought: Sought): Query[] {
  const { organizationId, accountId, folderId, kind } = sought
  const entries = () => db.from('audit_entries').where('organization_id', organizationId)
  /** Found by something else than whose they are. */
  const few = () =>
    db.from('audit_entries').whereRaw(`${unindexed('organization_id')} = ?`, [organizationId])
  const of = (name: 'folderId' | 'accountId', id: string) => few().whereRaw(...named(name, id))
  const narrowed = (some: Query[]) => some.map((query) => ofKind(query, sought))

  if (accountId) {
    const person = [few().where('actor_id', accountId), few().where('subject_id', accountId)]
    const concerned = [...person, of('accountId', accountId)]
    return narrowed(folderId ? concerned.map((query) => inFolder(query, folderId)) : concerned)
  }
  if (folderId) return narrowed([few().where('subject_id', folderId), of('folderId', folderId)])
  if (kind === 'refused') return [entries().where('outcome', 'refused')]
  return eventsIn(sought)?.map((event) => entries().where({ event })) ?? [entries()]
}

const inFolder = (query: Query, id: string) =>
  query.where((place) => place.where('subject_id', id).orWhereRaw(...named('folderId', id)))

const eventsIn = ({ kind, events }: Sought) =>
  events ?? (kind && kind !== 'refused' ? eventsOf(kind) : undefined)

function ofKind(query: Query, sought: Sought) {
  if (sought.kind === 'refused') query.where('outcome', 'refused')
  const events = eventsIn(sought)
  if (events) query.whereIn('event', events)
  return query
}

/** In this time, and behind this place; one bound on each side, for of two SQLite might take the one that leaves more. */
export function within(query: Query, { from, to }: Pick<Sought, 'from' | 'to'>, place: Place = {}) {
  const least = [from !== undefined ? idAt(from) : '', place.before ?? ''].sort().at(-1)
  const ends = [to !== undefined && idAt(to + clockSlack), place.after].filter(Boolean).sort()
  if (least) query.where('id', least === place.before ? '>' : '>=', least)
  if (ends.length) query.where('id', '<', ends[0] as string)
  if (from !== undefined) query.where('created_at', '>=', from)
  if (to !== undefined) query.where('created_at', '<', to)
  return query
}

const entryOf = (row: any): Entry => ({
  id: row.id,
  createdAt: row.created_at,
  event: row.event,
  isRefused: row.outcome === 'refused',
  actorId: row.actor_id,
  actorName: row.actor_name,
  subjectType: row.subject_type,
  subjectId: row.subject_id,
  subjectName: row.subject_name,
  details: read(row.details),
  address: row.address,
})

/** Verifying finds what somebody tampered with; reading goes on. */
function read(details: string): Record<string, any> {
  try {
    return JSON.parse(details)
  } catch {
    return {}
  }
}
