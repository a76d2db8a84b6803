import type Account from '#app/accounts/account'
import { permit } from '#app/audit/decide'
import AccessReview from '#app/folders/reviews/access_review'
import { namesOf } from '#app/folders/access/access_entry'
import type { ItemDecision } from '#app/folders/reviews/access_review_item'
import type { Level } from '#app/folders/reach'
import { day, now, type Instant } from '#app/shared/clock'
import { isBackward, pageSize, slice, type Place } from '#app/shared/place'
import db from '@adonisjs/lucid/services/db'

/** A row of a review as a liaison reads it. */
export interface ReviewRow {
  id: string
  subscriptionId: string
  isOwn: boolean
  isShared: boolean
  person: string
  username: string
  organization: string
  folder: string
  level: Level
  purpose: string | null
  since: Instant
  lastUsedAt: Instant | null
  until: Instant | null
  decision: ItemDecision | null
  decidedAt: Instant | null
  decidedBy: string | null
  restoredAt: Instant | null
  restorableUntil: Instant | null
}

export const shownItems = ['open', 'all', 'suspended'] as const
export type Shown = (typeof shownItems)[number]

/** The reviews of an agency, the latest first. */
export async function listReviews(liaison: Account, place: Place) {
  await permit(liaison, 'access_review.list', liaison.organization)
  const key = place.after ?? place.before
  const backward = isBackward(place)
  const reviews = await AccessReview.query()
    .where('organizationId', liaison.organizationId)
    .if(key, (query) => query.where('id', backward ? '>' : '<', key!))
    .orderBy('id', backward ? 'asc' : 'desc')
    .limit(pageSize + 1)
  const names = await namesOf(
    'accounts',
    'full_name',
    reviews.map(({ createdBy }) => createdBy)
  )
  const page = slice(reviews, place, ({ id }) => id)
  return {
    ...page,
    rows: page.rows.map((review) => ({ review, by: names.get(review.createdBy!) })),
  }
}

/** A page of a review: what is open, what was suspended, or all. */
export async function listItems(
  liaison: Account,
  review: AccessReview,
  shown: Shown,
  place: Place
) {
  await permit(liaison, 'access_review.show', review)
  const rows = await read(review, shown, place, pageSize + 1)
  const page = slice(rows, place, ({ id }) => id)
  return { ...page, rows: await told(page.rows, liaison) }
}

/** Some rows of a review, by id. */
export async function itemsNamed(liaison: Account, review: AccessReview, ids: string[]) {
  await permit(liaison, 'access_review.show', review)
  return told(
    await items(review, 'open').whereIn('items.id', ids).orderBy('items.position'),
    liaison
  )
}

/** All of it, some hundred at a time. */
export async function* allItems(liaison: Account, review: AccessReview, shown: Shown) {
  await permit(liaison, 'access_review.show', review)
  const atOnce = 500
  let place: Place = {}
  while (true) {
    const rows = await read(review, shown, place, atOnce)
    yield await told(rows, liaison)
    if (rows.length < atOnce) return
    place = { after: rows.at(-1)!.id }
  }
}

async function read(
  review: AccessReview,
  shown: Shown,
  place: Place,
  limit: number
): Promise<any[]> {
  const isUp = !isBackward(place)
  const query = items(review, shown)
  const key = place.after ?? place.before
  const start =
    key && (await db.from('access_review_items').where({ id: key, review_id: review.id }).first())
  if (start) query.where('items.position', isUp ? '>' : '<', start.position)
  return query.orderBy('items.position', isUp ? 'asc' : 'desc').limit(limit)
}

function items(review: AccessReview, shown: Shown) {
  const query = db
    .from('access_review_items as items')
    .join('folder_subscriptions as grants', 'grants.id', 'items.subscription_id')
    .join('folders', 'folders.id', 'grants.folder_id')
    .join('accounts', 'accounts.id', 'grants.account_id')
    .join('organizations', 'organizations.id', 'accounts.organization_id')
    .where('items.review_id', review.id)
    .select('grants.*', 'items.*', 'items.id as id')
    .select('folders.lineage', 'accounts.username', 'accounts.full_name')
    .select('organizations.name as organization')
    .select('grants.created_at as since')
  if (shown === 'open') query.whereNull('items.decision')
  if (shown === 'suspended') query.where('items.decision', 'suspended')
  return query
}

async function told(rows: any[], liaison: Account): Promise<ReviewRow[]> {
  const idsIn = (lineage: string) => lineage.split('/').filter(Boolean)
  const names = await namesOf(
    'folders',
    'name',
    rows.flatMap(({ lineage }) => idsIn(lineage))
  )
  const deciders = await namesOf(
    'accounts',
    'full_name',
    rows.map((row) => row.decided_by)
  )
  return rows.map((row) => ({
    id: row.id,
    subscriptionId: row.subscription_id,
    isOwn: row.account_id === liaison.id,
    isShared: row.folder_organization_id !== row.person_organization_id,
    person: row.full_name,
    username: row.username,
    organization: row.organization,
    folder:
      '/' +
      idsIn(row.lineage)
        .map((id) => names.get(id))
        .join('/'),
    level: row.level,
    purpose: row.purpose,
    since: row.since,
    lastUsedAt: row.last_used_at,
    until: row.expires_at,
    decision: row.decision,
    decidedAt: row.decided_at,
    decidedBy: row.decided_by ? deciders.get(row.decided_by)! : null,
    restoredAt: row.restored_at,
    restorableUntil: restorableUntil(row),
  }))
}

function restorableUntil({ decision, decided_at: at, restored_at: restored }: any) {
  const until = decision === 'suspended' && restored === null ? at + 30 * day : null
  return until !== null && until > now() ? until : null
}
