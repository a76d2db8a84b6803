import { inOrder, type Entry } from '#app/support/records/entry'
import { entryKinds, type EntryKind } from '#app/support/records/entry_kinds'

interface Kept {
  kinds: EntryKind[]
  /** What belongs there: said where nothing is yet. */
  purpose: string
}

/** The parts of a quick reference in the order of its page, each with the kinds of entries that stand in it. */
const parts: Kept[] = [
  {
    kinds: ['owner'],
    purpose: 'Who answers for the program as its business: a person with title, address and phone.',
  },
  {
    kinds: ['administrator'],
    purpose:
      'Who runs the service for the program and opens accounts: at least two people, so that one may be away.',
  },
  {
    kinds: ['production'],
    purpose: 'The product and its version, where it is administered, and where users upload.',
  },
  {
    kinds: ['staging'],
    purpose: 'The same for trying things out. It differs from production.',
  },
  {
    kinds: ['desk', 'contact'],
    purpose:
      'The service desks in charge, with phone, menu option and hours, and who is asked there.',
  },
  {
    kinds: ['level'],
    purpose: 'Who is called first, for what, and who next if nobody answers in time.',
  },
  { kinds: ['resource'], purpose: 'Manuals, on-line help and forms: what they are and where.' },
  { kinds: ['note'], purpose: 'What else your colleagues and the help desk ought to know.' },
]

export interface Section {
  /** Unlike all others on the page; for links to it. */
  key: EntryKind
  heading: string
  purpose: string
  /** What can be put there, each as its form calls it. */
  kinds: { kind: EntryKind; label: string }[]
  entries: Entry[]
}

/** All parts with what stands in each; of what there can be one only, no second can be put there. */
export function sectionsOf(entries: Entry[]): Section[] {
  const ordered = inOrder(entries)
  return parts.map(({ kinds, purpose }) => {
    const own = ordered.filter(({ kind }) => kinds.includes(kind))
    const isFull = 'isSingle' in entryKinds[kinds[0]] && own.length > 0
    return {
      key: kinds[0],
      heading: entryKinds[kinds[0]].heading,
      purpose,
      kinds: isFull ? [] : kinds.map((kind) => ({ kind, label: entryKinds[kind].label })),
      entries: own,
    }
  })
}
