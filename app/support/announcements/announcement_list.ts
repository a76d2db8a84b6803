import type Account from '#app/accounts/account'
import { isBackward, pageSize, slice, type Place, type Slice } from '#app/shared/place'
import { now, type Instant } from '#app/shared/clock'
import Announcement, { type Announcer } from '#app/support/announcements/announcement'
import { permitAnnouncing } from '#app/support/announcements/announcement_policy'

/** More are hardly ever open at once. */
const mostOpen = 200

const own = (announcer: Announcer) =>
  Announcement.query()
    .withScopes((scopes) => scopes.of(announcer))
    .preload('author')
    .preload('withdrawer')

/** What an announcer's people see now, and what is planned, the next to begin first. */
export async function openAnnouncements(by: Account, announcer: Announcer) {
  await permitAnnouncing(by, announcer)
  const at = now()
  const open = await own(announcer)
    .whereNull('withdrawnAt')
    .whereNull('replacedAt')
    .where('endsAt', '>', at)
    .orderBy('startsAt')
    .orderBy('id')
    .limit(mostOpen)
  return {
    shown: open.filter((one) => one.stateAt(at) === 'shown').reverse(),
    planned: open.filter((one) => one.stateAt(at) === 'planned'),
  }
}

/** What is over or was withdrawn, in its last edition, the latest first. */
export async function pastAnnouncements(
  by: Account,
  announcer: Announcer,
  place: Place
): Promise<Slice<Announcement>> {
  await permitAnnouncing(by, announcer)
  const backward = isBackward(place)
  const query = own(announcer)
    .whereNull('replacedAt')
    .where((over) => over.whereNotNull('withdrawnAt').orWhere('endsAt', '<=', now()))
  const key = place.after ?? place.before
  if (key) query.where('id', backward ? '>' : '<', key)
  const read = await query.orderBy('id', backward ? 'asc' : 'desc').limit(pageSize + 1)
  return slice(read, place, ({ id }) => id)
}

/** Every edition that was shown at some instant of a span, both of its ends included, the first shown first. */
export async function shownBetween(
  by: Account,
  announcer: Announcer,
  { from, until }: { from: Instant; until: Instant }
) {
  await permitAnnouncing(by, announcer)
  const editions = await own(announcer)
    .where('startsAt', '<=', until)
    .where('createdAt', '<=', until)
    .where('endsAt', '>', from)
    .where((left) => left.whereNull('withdrawnAt').orWhere('withdrawnAt', '>', from))
    .where((left) => left.whereNull('replacedAt').orWhere('replacedAt', '>', from))
    .orderBy('createdAt')
    .orderBy('id')
    .limit(mostOpen)
  return editions.filter(({ isEverShown }) => isEverShown)
}
