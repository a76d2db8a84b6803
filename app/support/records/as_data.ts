import { isoDay } from '#app/support/records/edition_words'
import type { Entry } from '#app/support/records/entry'
import { fieldsOf } from '#app/support/records/entry_kinds'
import type { ReadRecord } from '#app/support/records/reading'

/**
 * A record for programs: what the reader may know of it, field by field as it was written. Its shape is documented
 * (docs/users/quick_references.md); what is added to it breaks nobody, what is taken away does.
 */
export const dataOf = ({
  program,
  organization,
  edition,
  audience,
  entries,
  reviewedAt,
}: ReadRecord) => ({
  program: { id: program.id, name: program.name },
  agency: { name: organization.name, shortName: organization.shortName },
  edition: {
    number: edition.number,
    publishedOn: isoDay(edition.publishedAt!),
    reviewedOn: reviewedAt && isoDay(reviewedAt),
  },
  shownTo: audience,
  entries: entries.map((entry) => ({
    id: entry.id,
    kind: entry.kind,
    fields: valuesOf(entry, entries),
  })),
})

/** Who is not shown is not named by a reference either. */
const valuesOf = (entry: Entry, all: Entry[]) =>
  Object.fromEntries(
    fieldsOf(entry.kind).flatMap(([name, { type }]) => {
      const value = entry.fields[name]?.value
      const isReference = type === 'desk' || type === 'callee'
      return value && (!isReference || all.some(({ id }) => id === value)) ? [[name, value]] : []
    })
  )
