import { hashOf, type SealedEntry } from '#app/audit/chain'
import db from '@adonisjs/lucid/services/db'

/** One place at which the trail is not what was sealed. */
interface Finding {
  position: number
  sentence: string
}

const pageSize = 1000

/**
 * Reads the whole chain and finds where it is broken. An entry is looked at together with the one before it; a
 * break is reported once, where it is, and the rest of the chain is still checked.
 */
export async function* findings(): AsyncGenerator<Finding> {
  const head = await db.from('audit_heads').where('id', 1).firstOrFail()
  let last = { position: 0, hashes: [''] }

  for await (const entry of sealedEntries()) {
    const { position, hash } = entry
    const isNext = position === last.position + 1
    if (!isNext) yield missing(last.position + 1, position - 1)

    const expected = last.hashes.map((previous) => hashOf(entry, position, previous))
    const isWhole = !isNext || expected.includes(hash)
    if (!isWhole) yield altered(position)
    /** If only the hash of an entry was altered, the next one still follows from the true one. */
    last = { position, hashes: isWhole ? [hash] : [hash, ...expected].slice(0, 3) }
  }
  if (last.position < head.position) yield missing(last.position + 1, head.position)
  if (last.position > head.position) yield added(head.position + 1, last.position)
  if (last.position === head.position && !last.hashes.includes(head.hash))
    yield altered(last.position)
}

async function* sealedEntries(): AsyncGenerator<SealedEntry> {
  for (let after = 0; ;) {
    const page: SealedEntry[] = await db
      .from('audit_entries')
      .where('position', '>', after)
      .orderBy('position')
      .limit(pageSize)
    yield* page
    if (page.length < pageSize) return
    after = page.at(-1)!.position
  }
}

const these = (from: number, to: number) =>
  from === to ? `Entry ${from}` : `Entries ${from} to ${to}`
const are = (from: number, to: number) => (from === to ? 'is' : 'are')

const missing = (from: number, to: number): Finding => ({
  position: from,
  sentence: `${these(from, to)} ${are(from, to)} missing.`,
})

const added = (from: number, to: number): Finding => ({
  position: from,
  sentence: `${these(from, to)} ${are(from, to)} not sealed by Waybill.`,
})

const altered = (position: number): Finding => ({
  position,
  sentence:
    `Entry ${position} is not what was sealed in this place: it was altered or exchanged` +
    (position > 1 ? `, or entry ${position - 1} before it was exchanged and sealed anew.` : '.'),
})
