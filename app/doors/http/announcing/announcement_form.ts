import {
  agencyValidator,
  serviceValidator,
} from '#app/doors/http/announcing/announcement_validator'
import { inFields, wallTime, type WallTime } from '#app/doors/http/forms/wall_time'
import type Announcement from '#app/support/announcements/announcement'
import type { Announcer } from '#app/support/announcements/announcement'
import type { Problems } from '#app/support/announcements/announcement_times'
import type { Draft } from '#app/support/announcements/draft'
import type { HttpContext } from '@adonisjs/core/http'

/** An announcement as somebody typed it, with what should be said of its hours; or what must be mended. */
export type Typed = { problems: Problems } | { draft: Draft; remarks: string[] }

/** An end without an hour is the last minute of its day, a beginning without one the first. */
const lastMinute = '23:59'
const firstMinute = '00:00'

export async function draftFrom(
  request: HttpContext['request'],
  announcer: Announcer
): Promise<Typed> {
  const typed = announcer
    ? { ...(await request.validateUsing(agencyValidator)), place: 'signed_in' as const }
    : { ...(await request.validateUsing(serviceValidator)), is_public: undefined }
  const { heading, words, kind, place } = typed
  const begins = beginning(typed.starts_on, typed.starts_at)
  const ends = wallTime(typed.ends_on, typed.ends_at ?? lastMinute)
  const problems = { ...wrongIn(begins, 'starts'), ...wrongIn(ends, 'ends') }
  if ('wrong' in ends || (begins && 'wrong' in begins) || Object.keys(problems).length) {
    return { problems }
  }
  const isPublic = typed.is_public !== undefined
  const times = { startsAt: begins?.at ?? null, endsAt: ends.at }
  const remarks = [
    begins?.comesTwice && remark(typed.starts_on!, typed.starts_at ?? firstMinute),
    ends.comesTwice && remark(typed.ends_on, typed.ends_at ?? lastMinute),
  ]
  return {
    draft: { heading, words, kind, place, isPublic, ...times },
    remarks: remarks.filter((said) => typeof said === 'string'),
  }
}

function beginning(on: string | null, at: string | null): WallTime | undefined {
  if (on) return wallTime(on, at ?? firstMinute)
  const sentence = 'Say on which day it begins as well, or leave both empty to begin at once.'
  return at ? { wrong: 'day', sentence } : undefined
}

const wrongIn = (time: WallTime | undefined, side: 'starts' | 'ends'): Problems =>
  time && 'wrong' in time
    ? { [`${side}_${time.wrong === 'day' ? 'on' : 'at'}`]: [time.sentence] }
    : {}

const remark = (on: string, at: string) =>
  `${at} comes twice on ${on}, for clocks are set back. The first of the two is meant.`

/** What the form's fields hold before anybody has typed: nothing, or what an earlier announcement said. */
export const fieldsOf = (before?: Announcement, { again = false } = {}) =>
  before && {
    heading: before.heading,
    words: before.words,
    kind: before.kind,
    place: before.place,
    isPublic: before.isPublic,
    starts: again ? undefined : inFields(before.startsAt),
    ends: again ? undefined : inFields(before.endsAt),
  }
