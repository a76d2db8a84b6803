import type Account from '#app/accounts/account'
import { record } from '#app/audit/record'
import { now, type Instant } from '#app/shared/clock'
import { inTransaction, type Trx } from '#app/shared/transaction'
import Announcement, { type Announcer } from '#app/support/announcements/announcement'
import { differences, said, type Draft } from '#app/support/announcements/draft'
import { problemsWithTimes, type Problems } from '#app/support/announcements/announcement_times'
import { permitAnnouncing } from '#app/support/announcements/announcement_policy'
import { v7 as uuidv7 } from 'uuid'

type Published = { problems: Problems } | { announcement: Announcement }
/** `same`: nothing was different. `closed`: it is over, was withdrawn, or somebody else was faster. */
type Edited = Published | 'same' | 'closed'

export function publish(by: Account, announcer: Announcer, draft: Draft, outer?: Trx) {
  return inTransaction(async (trx): Promise<Published> => {
    await permitAnnouncing(by, announcer, trx)
    const at = now()
    const planned = { ...draft, startsAt: Math.max(draft.startsAt ?? at, at) }
    const problems = problemsWithTimes(planned, at)
    if (problems) return { problems }
    const id = uuidv7()
    const own = { id, originalId: id, createdAt: at, createdBy: by.id }
    const announcement = await Announcement.create(
      { ...own, ...said(announcer, planned) },
      { client: trx }
    )
    await recordOf('published', announcement, by, trx)
    return { announcement }
  }, outer)
}

/** A new edition takes the place of the old one at this very instant. What has begun has begun. */
export function edit(
  by: Account,
  announcer: Announcer,
  before: Announcement,
  draft: Draft,
  outer?: Trx
) {
  return inTransaction(async (trx): Promise<Edited> => {
    await permitAnnouncing(by, announcer, trx)
    const at = now()
    const hasBegun = before.startsAt <= at
    const startsAt = hasBegun ? before.startsAt : Math.max(draft.startsAt ?? at, at)
    const after = said(announcer, { ...draft, startsAt })
    if (!before.isOpenAt(at)) return 'closed'
    const problems = problemsWithTimes(after, at)
    if (problems) return { problems }
    const changes = differences(before, after)
    if (!changes) return 'same'
    if (!(await close(before, announcer, { replacedAt: at }, at, trx))) return 'closed'
    const own = { originalId: before.originalId, replacesId: before.id }
    const announcement = await Announcement.create(
      { ...own, ...after, createdAt: at, createdBy: by.id },
      { client: trx }
    )
    await recordOf('edited', announcement, by, trx, { changes })
    return { announcement }
  }, outer)
}

/** False if it is over, was changed or was withdrawn meanwhile: a second click changes nothing. */
export function withdraw(by: Account, announcer: Announcer, one: Announcement, outer?: Trx) {
  return inTransaction(async (trx) => {
    await permitAnnouncing(by, announcer, trx)
    const at = now()
    if (!(await close(one, announcer, { withdrawnAt: at, withdrawnBy: by.id }, at, trx)))
      return false
    await recordOf('withdrawn', one, by, trx)
    return true
  }, outer)
}

/** What another announcer said is closed to this one. */
async function close(
  { id }: Announcement,
  announcer: Announcer,
  how: object,
  at: Instant,
  trx: Trx
) {
  const [closed] = await Announcement.query({ client: trx })
    .withScopes((scopes) => scopes.of(announcer))
    .where({ id })
    .whereNull('withdrawnAt')
    .whereNull('replacedAt')
    .where('endsAt', '>', at)
    .update(how)
  return Number(closed) === 1
}

const recordOf = (
  what: 'published' | 'edited' | 'withdrawn',
  announcement: Announcement,
  by: Account,
  trx: Trx,
  more = {}
) => {
  const { startsAt, endsAt, kind, place, isPublic } = announcement
  const details = { startsAt, endsAt, kind, place, isPublic, ...more }
  return record(`announcement.${what}`, { actor: by, subject: announcement, details }, trx)
}
