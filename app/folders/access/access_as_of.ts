import { strength, type Level } from '#app/folders/reach'
import type { Instant } from '#app/shared/clock'
import db from '@adonisjs/lucid/services/db'

/** A folder where it stood at an instant, with the folders from the root down to it. */
export interface Place {
  id: string
  organizationId: string
  ownerId: string | null
  way: { id: string; name: string }[]
}

/** What somebody had in a folder at an instant: as its owner, or by the subscription of it or of one above it. */
interface ReachAsOf {
  level: Level
  because: 'home' | { subscriptionId: string; folderId: string }
}

/** Later than every instant. */
const never = Number.MAX_SAFE_INTEGER

/**
 * Begun by then and not over: the condition for rows that hold from one instant to another. Written so that no index on when things
 * end is tried: most of them hold.
 */
export const inForce = (table: string, at: Instant): [sql: string, values: Instant[]] => [
  `${table}.created_at <= ? and coalesce(${table}.ended_at, ${never}) > ?`,
  [at, at],
]

/** The subscriptions of people who could use the service at that instant, with `accounts` and `folders` at hand. */
export const grantsAsOf = (at: Instant) =>
  db
    .from('folder_subscriptions as grants')
    .join('accounts', 'accounts.id', 'grants.account_id')
    .join('folders', 'folders.id', 'grants.folder_id')
    .whereRaw(...inForce('grants', at))
    .whereRaw(...notExpired(at))
    .whereRaw(...couldBeUsed(at))
    .whereRaw(...isThere(at))

/** Those in which folder and person belong to different organizations. */
export const sharedAsOf = (at: Instant) =>
  grantsAsOf(at).whereRaw('grants.folder_organization_id <> grants.person_organization_id')

/** Neither has its day come. */
export const notExpired = (at: Instant): [sql: string, values: Instant[]] => [
  `coalesce(grants.expires_at, ${never}) > ?`,
  [at],
]

/** An account between its deactivations and before its end, of an organization that was not suspended. */
function couldBeUsed(at: Instant): [sql: string, values: Instant[]] {
  const [deactivated, since] = inForce('account_deactivations', at)
  const [suspended, from] = inForce('organization_suspensions', at)
  return [
    `(accounts.ends_at is null or accounts.ends_at > ?)
     and not exists (select 1 from account_deactivations
                     where account_deactivations.account_id = accounts.id and ${deactivated})
     and not exists (select 1 from organization_suspensions
                     where organization_suspensions.organization_id = accounts.organization_id and ${suspended})`,
    [at, ...since, ...from],
  ]
}

/** Neither deleted nor below what was deleted. */
function isThere(at: Instant): [sql: string, values: Instant[]] {
  const [deleted, since] = inForce('folder_deletions', at)
  const [placed, when] = inForce('places', at)
  return [
    `grants.folder_id not in (
       with recursive gone (id) as (
         select folder_id from folder_deletions where ${deleted}
         union
         select places.folder_id from gone join folder_places places on places.parent_id = gone.id and ${placed})
       select id from gone)`,
    [...since, ...when],
  ]
}

const step = (table: string) => `${table}.folder_id, ${table}.parent_id`

/** Where these folders stood at that instant. One that was not there, or deleted with one above it, is left out. */
export async function placesAsOf(ids: string[], at: Instant): Promise<Map<string, Place>> {
  const places = new Map<string, Place>()
  const gone = new Set<string>()
  for (const row of await stepsUp([...new Set(ids)], at)) {
    const { start_id: id, organization_id: organizationId, owner_id: ownerId } = row
    const place: Place = places.get(id) ?? { id, organizationId, ownerId, way: [] }
    place.way.push({ id: row.folder_id, name: row.name })
    place.ownerId = ownerId
    places.set(id, place)
    if (row.is_deleted) gone.add(id)
  }
  for (const id of gone) places.delete(id)
  return places
}

/** From each folder to its root: one row for each step, the root's first. */
async function stepsUp(ids: string[], at: Instant): Promise<any[]> {
  if (!ids.length) return []
  const [placed, when] = inForce('places', at)
  const [deleted, since] = inForce('folder_deletions', at)
  const isDeleted = `exists (select 1 from folder_deletions
                             where folder_deletions.folder_id = way.folder_id and ${deleted})`
  const answer = await db.rawQuery(
    `with recursive way (start_id, folder_id, parent_id, height) as (
       select places.folder_id, ${step('places')}, 0 from folder_places places
       where places.folder_id in (${ids.map(() => '?').join(', ')}) and ${placed}
       union all
       select way.start_id, ${step('places')}, way.height + 1
       from way join folder_places places on places.folder_id = way.parent_id and ${placed})
     select way.start_id, way.folder_id, folders.name, folders.organization_id, folders.owner_id,
       case when ${isDeleted} then 1 else 0 end as is_deleted
     from way join folders on folders.id = way.folder_id order by way.height desc`,
    [...ids, ...when, ...when, ...since]
  )
  return answer.rows ?? answer
}

/** The folders right below one at that instant, by name. */
export async function childrenAsOf(
  id: string,
  at: Instant
): Promise<{ id: string; name: string }[]> {
  const [deleted, since] = inForce('folder_deletions', at)
  return db
    .from('folder_places as places')
    .join('folders', 'folders.id', 'places.folder_id')
    .where('places.parent_id', id)
    .whereRaw(...inForce('places', at))
    .whereRaw(
      `not exists (select 1 from folder_deletions
                   where folder_deletions.folder_id = folders.id and ${deleted})`,
      since
    )
    .orderBy('folders.name_key')
    .orderBy('folders.id')
    .select('folders.id', 'folders.name')
}

/**
 * What one person had in some folders at an instant, told by rows alone: what it was then, whatever has been moved, ended, deleted
 * or given back since. As of now it is what `decide` says.
 */
export async function reachesAsOf(accountId: string, folderIds: string[], at: Instant) {
  const places = await placesAsOf(folderIds, at)
  const reaches = new Map<string, ReachAsOf>()
  if (!(await couldUse(accountId, at))) return reaches

  const grants = await grantsAsOf(at)
    .where('grants.account_id', accountId)
    .select('grants.id', 'grants.folder_id', 'grants.level')
  for (const { id, ownerId, way } of places.values()) {
    const reach = ownerId === accountId ? home : strongest(grants, way)
    if (reach) reaches.set(id, reach)
  }
  return reaches
}

const home: ReachAsOf = { level: 'manager', because: 'home' }

function strongest(grants: any[], way: Place['way']): ReachAsOf | undefined {
  const [best] = grants
    .filter((grant) => way.some(({ id }) => id === grant.folder_id))
    .sort((a, b) => strength(b.level) - strength(a.level))
  return (
    best && { level: best.level, because: { subscriptionId: best.id, folderId: best.folder_id } }
  )
}

export async function couldUse(accountId: string, at: Instant) {
  return (
    (await db
      .from('accounts')
      .where('id', accountId)
      .whereRaw(...couldBeUsed(at))
      .first()) !== null
  )
}

/** "/DOL/SRR/Incoming" */
export const pathOf = ({ way }: Place) => '/' + way.map(({ name }) => name).join('/')
