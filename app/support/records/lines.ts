import type { Audience } from '#app/support/audience'
import { said, type Entry } from '#app/support/records/entry'
import {
  entryKinds,
  fieldsOf,
  type EntryKind,
  type FieldName,
} from '#app/support/records/entry_kinds'
import type { FieldType } from '#app/support/records/field_types'

/** One field of an entry as it is read: references are names, choices are words. */
export interface Line {
  field: FieldName
  label: string
  type: FieldType
  text: string
  audience: Audience
}

/**
 * What an entry says, line by line, in the order of its form. Who is named by a reference is looked for among `entries`, so
 * that what a reader may not know of is not named by the way round.
 */
export function linesOf(entry: Entry, entries: Entry[]): Line[] {
  return fieldsOf(entry.kind).flatMap(([field, { label, type, choices }]) => {
    const kept = entry.fields[field]
    if (!kept) return []
    const text = wordsFor({ type, choices }, kept.value, entries)
    return text ? [{ field, label, type, text, audience: kept.audience }] : []
  })
}

type Field = ReturnType<typeof fieldsOf>[number][1]

function wordsFor({ type, choices }: Pick<Field, 'type' | 'choices'>, value: string, all: Entry[]) {
  if (choices) return choices.find((choice) => choice.value === value)?.label ?? ''
  if (type !== 'desk' && type !== 'callee') return value
  const named = all.find(({ id }) => id === value)
  return named ? calledAs(named, all) : ''
}

/** The name of an entry that others name; where two are called alike, with what each is. */
export function calledAs(entry: Entry, all: Entry[]) {
  const name = said(entry, 'name')
  if (!name) return ''
  const isAlone = all.filter((other) => said(other, 'name') === name).length === 1
  return isAlone ? name : `${name} (${kindInWords(entry.kind)})`
}

const kindInWords = (kind: EntryKind) => entryKinds[kind].label.toLowerCase()
