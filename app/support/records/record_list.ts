import { nameKey } from '#app/shared/names'
import type { Reader } from '#app/support/audience'
import { linesOf } from '#app/support/records/lines'
import { recordsFor, type ShownRecord } from '#app/support/records/reading'

/** The records of which something is for this reader and in which all the words stand, agency by agency. */
export async function findRecords(reader: Reader, search: string) {
  const words = nameKey(search).split(/\s+/).filter(Boolean)
  const records = await recordsFor(reader)
  const found = records.filter((record) => holds(record, words))
  return [...Map.groupBy(found, ({ organization }) => organization.id).values()].map((own) => ({
    agency: own[0].organization,
    records: own,
  }))
}

/** Looked for in what the reader may know, and in nothing else: a hit would tell what is hidden. */
function holds({ program, organization, entries }: ShownRecord, words: string[]) {
  if (!words.length) return true
  const texts = entries.flatMap((entry) => linesOf(entry, entries).map(({ text }) => text))
  const all = nameKey(
    [program.name, organization.name, organization.shortName, ...texts].join('\n')
  )
  return words.every((word) => all.includes(word))
}
