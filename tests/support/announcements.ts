import type Account from '#app/accounts/account'
import { inFields } from '#app/doors/http/forms/wall_time'
import { day, hour, now } from '#app/shared/clock'
import Announcement, { type Announcer } from '#app/support/announcements/announcement'
import { publish, type Draft } from '#app/support/announcements/announcing'

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
