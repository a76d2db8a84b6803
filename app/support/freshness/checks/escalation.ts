import { each, named, ofKind, type Check } from '#app/support/freshness/checks/finding'
import { said, type Entry } from '#app/support/records/entry'
import type { FieldName } from '#app/support/records/entry_kinds'

const references = ['desk', 'primary', 'alternate'] as const satisfies FieldName[]

const levelName = (entry: Entry, entries: Entry[]) =>
  entry.kind === 'level'
    ? `Escalation level ${ofKind(entries, 'level').indexOf(entry) + 1}`
    : named(entry)

/** What was removed is not called any more. */
export const lostReferences: Check = (entries) =>
  references.flatMap((field) =>
    each(entries, (entry) => {
      const isLost = said(entry, field) && !find(entries, said(entry, field))
      const sentence = `${levelName(entry, entries)} leads to something that was removed. Choose anew.`
      return Boolean(isLost) && { code: 'reference.removed', sentence, field, weight: 3 }
    })
  )

/** A level whose people have no phone reaches nobody while a caller waits. */
export const silentLevels: Check = (entries) =>
  each(ofKind(entries, 'level'), (level) => {
    const callees = [find(entries, said(level, 'primary')), find(entries, said(level, 'alternate'))]
    const sentence = `${levelName(level, entries)} has no number to dial: neither the first call nor the alternate has a phone.`
    const rings = callees.some((callee) => callee && said(callee, 'phone'))
    return !rings && { code: 'level.no_phone', sentence, field: 'primary', weight: 3 }
  })

const find = (entries: Entry[], id: string) => entries.find((entry) => entry.id === id)
