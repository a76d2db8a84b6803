import { contactsOf } from '#app/support/freshness/checks/duties'
import { ofKind } from '#app/support/freshness/checks/finding'
import { said, type Entry } from '#app/support/records/entry'
import type { EntryKind, FieldName } from '#app/support/records/entry_kinds'

interface Duty {
  label: string
  /** Where it is filled in. */
  kind: EntryKind
  isFilled(entries: Entry[]): boolean
}

const has = (kind: EntryKind, ...fields: FieldName[]) => ({
  kind,
  isFilled: (entries: Entry[]) =>
    ofKind(entries, kind).some((entry) => fields.every((field) => said(entry, field))),
})

const reachable = (kind: EntryKind) => ({
  kind,
  isFilled: (entries: Entry[]) => {
    const people = ofKind(entries, kind)
    return people.length > 0 && people.every((one) => said(one, 'phone') || said(one, 'email'))
  },
})

const atLeast = (kind: EntryKind, count: number) => ({
  kind,
  isFilled: (entries: Entry[]) => ofKind(entries, kind).length >= count,
})

const everyDesk = (isFilled: (desk: Entry, entries: Entry[]) => boolean) => ({
  kind: 'desk' as const,
  isFilled: (entries: Entry[]) => {
    const desks = ofKind(entries, 'desk')
    return desks.length > 0 && desks.every((desk) => isFilled(desk, entries))
  },
})

const environment = (kind: 'production' | 'staging', name: string): Duty[] => [
  { label: `${name}: version`, ...has(kind, 'version') },
  { label: `${name}: administration`, ...has(kind, 'administration') },
  { label: `${name}: user upload target`, ...has(kind, 'uploadTarget') },
]

/** What a whole record tells: each is filled in, or not. */
export const duties: Duty[] = [
  { label: 'A business program owner', ...has('owner', 'name') },
  { label: 'A phone number or mail address of each owner', ...reachable('owner') },
  { label: 'A postal address of an owner', ...has('owner', 'postalAddress') },
  { label: 'A delegated administrator', ...atLeast('administrator', 1) },
  { label: 'A second delegated administrator', ...atLeast('administrator', 2) },
  { label: 'A phone number or mail address of each administrator', ...reachable('administrator') },
  ...environment('production', 'Production'),
  ...environment('staging', 'Staging'),
  { label: 'A service desk', ...atLeast('desk', 1) },
  { label: 'A phone number of each desk', ...everyDesk((desk) => Boolean(said(desk, 'phone'))) },
  { label: 'Hours of each desk', ...everyDesk((desk) => Boolean(said(desk, 'hours'))) },
  {
    label: 'A contact at each desk',
    ...everyDesk((desk, entries) => contactsOf(desk, entries).length > 0),
  },
  { label: 'An escalation level', ...atLeast('level', 1) },
  { label: 'An additional resource', ...atLeast('resource', 1) },
]

/** How much of it is filled in, and what is not. */
export interface Mark {
  filled: number
  of: number
  missing: { label: string; kind: EntryKind }[]
}

export function markOf(entries: Entry[]): Mark {
  const missing = duties.filter((duty) => !duty.isFilled(entries))
  return {
    filled: duties.length - missing.length,
    of: duties.length,
    missing: missing.map(({ label, kind }) => ({ label, kind })),
  }
}

/** "14 of 18 duties filled". */
export const markInWords = ({ filled, of }: Pick<Mark, 'filled' | 'of'>) =>
  `${filled} of ${of} duties filled`
