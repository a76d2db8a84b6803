import { each, named, type Check, type Finding } from '#app/support/freshness/checks/finding'
import { isContact } from '#app/support/freshness/people'
import type { Instant } from '#app/shared/clock'
import { said, type Entry } from '#app/support/records/entry'
import type { FieldName } from '#app/support/records/entry_kinds'

/** Of what is not published nobody expects a review. */
export const oldReview: Check = (_entries, { standing, asOf }): Finding[] => {
  if (!standing) return []
  if (standing.reviewedAt === null) {
    const sentence = 'Nobody has said yet that everything here is right.'
    return [{ code: 'record.never_reviewed', sentence, weight: standing.staleAt <= asOf ? 3 : 1 }]
  }
  if (standing.staleAt > asOf) return []
  const sentence =
    'The record is stale: it was reviewed too long ago. Read it, and say that it is right.'
  return [{ code: 'record.stale', sentence, weight: 3 }]
}

export const neverVerified: Check = (entries, { verified }) =>
  each(entries.filter(isContact), (entry) => {
    const sentence = `Nobody has confirmed yet what is said of ${named(entry)}.`
    return !verified.has(entry.id) && { code: 'entry.never_verified', sentence, weight: 1 }
  })

/** A year in a note, a whole date in what else is running text: numbers of houses are none. */
const years: [FieldName, RegExp][] = [
  ['text', /\b(?:19|20)\d\d\b/g],
  ['postalAddress', /\b[A-Z][a-z]+\.? \d{1,2}, (?:19|20)\d\d\b|\b(?:19|20)\d\d-\d\d-\d\d\b/g],
  ['title', /\b(?:19|20)\d\d\b/g],
  ['hours', /\b(?:19|20)\d\d\b/g],
]

export const oldDates: Check = (entries, { oldBefore }) =>
  years.flatMap(([field, pattern]) =>
    each(entries, (entry) => {
      const old = oldest(entry, field, pattern, oldBefore)
      const sentence = `${named(entry)} speaks of ${old}: is that still true?`
      return old !== undefined && { code: 'note.old_date', sentence, field, weight: 2 }
    })
  )

const oldest = (entry: Entry, field: FieldName, pattern: RegExp, before: Instant) =>
  (said(entry, field).match(pattern) ?? [])
    .map((text) => Number(/(?:19|20)\d\d/.exec(text)![0]))
    .filter((year) => year < new Date(before).getUTCFullYear())
    .sort()
    .at(0)
