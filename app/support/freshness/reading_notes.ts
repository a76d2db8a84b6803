import { isContact } from '#app/support/freshness/people'
import { verifiedIn } from '#app/support/freshness/verified'
import { nameOf } from '#app/support/records/entry'
import type { ReadRecord } from '#app/support/records/reading'

/** What a reader is told beside a record: when each contact was verified, for staff by whom, and what can be reported as wrong. */
export async function readingNotes({ program, edition, entries, audience }: ReadRecord) {
  const verified = await verifiedIn(program.id, edition.entries)
  const contacts = entries.filter(isContact).filter(({ id }) => verified.has(id))
  return {
    verified: new Map(contacts.map(({ id }) => [id, verified.get(id)!])),
    namesWho: audience === 'staff',
    reportable: entries.map((entry) => ({ id: entry.id, name: nameOf(entry) })),
  }
}
