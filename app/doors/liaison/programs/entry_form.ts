import { audienceWords } from '#app/support/audience_words'
import { audiences, type Audience } from '#app/support/audience'
import type { entryValidator } from '#app/doors/liaison/programs/program_validator'
import type { Entry } from '#app/support/records/entry'
import { callees, type TypedEntry } from '#app/support/records/entry_check'
import { fieldNames, fieldsOf, type EntryKind } from '#app/support/records/entry_kinds'
import { calledAs } from '#app/support/records/lines'
import type { Infer } from '@vinejs/vine/types'

type Typed = Infer<typeof entryValidator>

export function typedEntry(typed: Typed): TypedEntry {
  const values = Object.fromEntries(fieldNames.map((name) => [name, typed[name] ?? '']))
  const chosen = fieldNames.map((name) => [name, typed[`audience_${name}`] as Audience | undefined])
  return { values, audiences: Object.fromEntries(chosen) }
}

/** The fields of an entry's form: what each takes, what it says now, and who sees it. */
export const formOf = (kind: EntryKind, all: Entry[], entry?: Entry) =>
  fieldsOf(kind).map(([name, field]) => ({
    ...field,
    name,
    options: optionsOf(field, all, entry),
    value: entry?.fields[name]?.value ?? '',
    audience: entry?.fields[name]?.audience ?? field.audience,
  }))

type Field = ReturnType<typeof fieldsOf>[number][1]

/** What a field is chosen from, if it is: words of ours, or the record's own entries. */
function optionsOf({ type, choices, required }: Field, all: Entry[], entry?: Entry) {
  const none = { value: '', label: required ? 'Choose…' : 'Nobody' }
  if (choices) return [{ value: '', label: 'Choose…' }, ...choices]
  if (type !== 'desk' && type !== 'callee') return undefined
  const kinds: readonly EntryKind[] = type === 'desk' ? ['desk'] : callees
  const others = all.filter(({ id, kind }) => id !== entry?.id && kinds.includes(kind))
  const named = others.map((other) => ({ value: other.id, label: calledAs(other, all) }))
  return [
    type === 'desk' ? { value: '', label: 'None' } : none,
    ...named.filter(({ label }) => label),
  ]
}

export const audienceOptions = audiences.map((value) => ({ value, label: audienceWords[value] }))
