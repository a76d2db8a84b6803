import type { Finding } from '#app/support/freshness/checks/finding'
import { fieldsOf, type EntryKind } from '#app/support/records/entry_kinds'

/** Where a finding is mended: at the field of the entry, or in the form of what is missing. */
export function findingPath(
  programId: string,
  { entryId, kind, field }: Omit<Finding, 'code' | 'sentence' | 'weight'>
) {
  const base = `/liaison/programs/${programId}`
  if (entryId) return `${base}/entries/${entryId}/edit#field-${field ?? firstField(kind!)}`
  if (kind) return `${base}/entries/new?kind=${kind}#field-${field ?? firstField(kind)}`
  return `${base}#freshness`
}

const firstField = (kind: EntryKind) => fieldsOf(kind)[0][0]
