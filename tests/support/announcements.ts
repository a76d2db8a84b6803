import Account from '#app/accounts/account'
import { inFields } from '#app/doors/http/forms/wall_time'
import { day, hour, now } from '#app/shared/clock'
import type Announcement from '#app/support/announcements/announcement'
import type { Announcer } from '#app/support/announcements/announcement'
import { publish } from '#app/support/announcements/announcing'
import type { Draft } from '#app/support/announcements/draft'
import { anOperator } from '#tests/support/operators'

export const aDraft = (more: Partial<Draft> = {}): Draft => ({
  heading: 'Uploads are slow',
  words: 'We are looking into it.',
  kind: 'information',
  place: 'signed_in',
  isPublic: false,
  startsAt: null,
  endsAt: now() + 7 * day,
  ...more,
})

/** Somebody publishes an announcement that is in order. */
export async function anAnnouncement(
  by: Account,
  announcer: Announcer,
  more: Partial<Draft> = {}
): Promise<Announcement> {
  const published = await publish(by, announcer, aDraft(more))
  if ('problems' in published) throw new Error(JSON.stringify(published.problems))
  return published.announcement
}

/** The form as somebody fills it in, ending in so many hours. */
export function filledIn(more: object = {}, hours = 48): Record<string, string> {
  const ends = inFields(now() + hours * hour)
  return {
    heading: 'Uploads are slow',
    words: 'We are looking into it.',
    kind: 'information',
    place: 'both',
    starts_on: '',
    starts_at: '',
    ends_on: ends.on,
    ends_at: ends.at,
    ...more,
  }
}

/** One of each door, both of them shown: what the address of an announcement asks for there. */
export async function theirAnnouncements(lena: Account) {
  const olive = (await Account.findBy('username', 'olive')) ?? (await anOperator())
  const words = 'See https://status.example.gov/a-rather-long-address/that-has-no-blank-in-it.'
  const more = { words, place: 'both', kind: 'trouble' } as const
  const service = await anAnnouncement(olive, null, more)
  const labor = await anAnnouncement(lena, lena.organization, { words, isPublic: true })
  return (pattern: string) =>
    pattern.replace(
      /^\/(operations|liaison)\/announcements\/:(id|announcement_id)/,
      (_, door) => `/${door}/announcements/${door === 'liaison' ? labor.id : service.id}`
    )
}
