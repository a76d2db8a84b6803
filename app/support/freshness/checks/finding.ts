import type { Instant } from '#app/shared/clock'
import type { Standing } from '#app/support/freshness/staleness'
import type { VerifiedByEntry } from '#app/support/freshness/verified'
import { nameOf, type Entry } from '#app/support/records/entry'
import type { EntryKind, FieldName } from '#app/support/records/entry_kinds'

/** Something that is wrong with a record, in a sentence, and where it is mended. */
export interface Finding {
  /** Declared, stable: "desk.no_phone". */
  code: string
  sentence: string
  /** 3: somebody is not reached, or too much is shown; 2: it hangs on one person or thing; 1: it is to be completed. */
  weight: 1 | 2 | 3
  /** The entry that it is about, or, where one is missing, of which kind. */
  entryId?: string
  kind?: EntryKind
  field?: FieldName
}

/** What the checks need to know besides the record. */
export interface CheckContext {
  asOf: Instant
  /** A year ago: what speaks of the time before is old. */
  oldBefore: Instant
  /** Accounts of the agency by user name: whether each is active. */
  usernames: Map<string, boolean>
  /** Mail addresses of accounts: whether any account with it is active. */
  emails: Map<string, boolean>
  /** Addresses that the last mail did not reach. */
  failed: Set<string>
  /** Of what is published; undefined before anything is. */
  standing: Standing | undefined
  verified: VerifiedByEntry
}

export type Check = (entries: Entry[], context: CheckContext) => Finding[]

export const ofKind = (entries: Entry[], ...kinds: EntryKind[]) =>
  entries.filter(({ kind }) => kinds.includes(kind))

/** One finding for each entry that it is true of. */
export const each = (
  entries: Entry[],
  finding: (entry: Entry) => Omit<Finding, 'entryId'> | false
) =>
  entries.flatMap((entry): Finding[] => {
    const found = finding(entry)
    return found ? [{ ...found, entryId: entry.id, kind: entry.kind }] : []
  })

/** A name for sentences: long ones are cut. */
export const named = (entry: Entry) => {
  const name = nameOf(entry)
  return name.length > 60 ? `${name.slice(0, 59)}…` : name
}
