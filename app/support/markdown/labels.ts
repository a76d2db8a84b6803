import { fieldsOf, type EntryKind, type FieldName } from '#app/support/records/entry_kinds'

/** A label as it is compared: without capitals, a colon at its end, and "(s)". */
export const keyOf = (label: string) =>
  label
    .toLowerCase()
    .replace(/\(s\)/g, 's')
    .replace(/\s+/g, ' ')
    .replace(/\s*:\s*$/, '')
    .trim()

/** What begins a part of the table, and what of a record stands in it. */
const headings: Record<string, EntryKind> = {
  'business program owner': 'owner',
  'business program owners': 'owner',
  'delegated administrator': 'administrator',
  'delegated administrators': 'administrator',
  'production environment': 'production',
  'staging environment': 'staging',
  'support & incident escalation': 'desk',
  'support and incident escalation': 'desk',
  'escalation': 'level',
  'additional resource': 'resource',
  'additional resources': 'resource',
  'note': 'note',
  'notes': 'note',
}

export const headingOf = (label: string): EntryKind | undefined => headings[keyOf(label)]

/** Other words that people write for a field. */
const otherwise: Record<string, FieldName[]> = {
  'address': ['postalAddress', 'address'],
  'url': ['address'],
  'telephone': ['phone'],
  'tel': ['phone'],
  'tel.': ['phone'],
  'email': ['email'],
  'mail': ['email'],
  'mail address': ['email'],
  'username': ['username'],
  'option': ['option'],
  'upload target': ['uploadTarget'],
  'desk': ['desk'],
  'severity': ['severity'],
  'wait': ['waitMinutes'],
}

/** The field of a kind that a label names. */
export function fieldNamed(kind: EntryKind, label: string): FieldName | undefined {
  const key = keyOf(label)
  const fields = fieldsOf(kind)
  const own = fields.find(([, field]) => keyOf(field.label) === key)?.[0]
  return own ?? otherwise[key]?.find((name) => fields.some(([field]) => field === name))
}
