import { hashOf, type SealedEntry } from '#app/audit/chain'
import db from '@adonisjs/lucid/services/db'

/** One place at which the trail is not what was sealed. */
interface Finding {
  position: number
  sentence: string
}

interface Head {
  position: number
  hash: string
}

const pageSize = 1000

/** Where the chain ends at this moment. */
export const headOfTrail = (): Promise<Head> => db.from('audit_heads').where('id', 1).firstOrFail()

/**
 * Reads the chain up to a head and finds where it is broken. An entry is looked at together with the one before it; a
 * break is reported once, where it is, and the rest of the chain is still checked. What a service at work seals
 * meanwhile lies behind that head and is the next reading's.
 */
export async function* findings(head: Head): AsyncGenerator<Finding> {
  let last = { position: 0, hashes: [''] }

  for await (const entry of sealedEntries(head.position)) {
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
  else if (!last.hashes.includes(head.hash)) yield altered(last.position)

  const { first, last: end } = await behindTheHead()
  if (first !== null) yield added(first, end)
}

async function* sealedEntries(upTo: number): AsyncGenerator<SealedEntry> {
  for (let after = 0; ;) {
    const page: SealedEntry[] = await db
      .from('audit_entries')
      .where('position', '>', after)
      .where('position', '<=', upTo)
      .orderBy('position')
      .limit(pageSize)
    yield* page
    if (page.length < pageSize) return
    after = page.at(-1)!.position
  }
}

/** Sealing moves the head with its entries, so none lies behind it as one statement sees them, unless it was put there. */
function behindTheHead() {
  return db
    .from('audit_entries')
    .where('position', '>', db.from('audit_heads').where('id', 1).select('position'))
    .min('position as first')
    .max('position as last')
    .firstOrFail()
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
