import type { Problems } from '#app/accounts/passwords/new_password'
import { audiences, type Audience } from '#app/support/audience'
import type { Entry, Value } from '#app/support/records/entry'
import { fieldsOf, type EntryKind, type FieldName } from '#app/support/records/entry_kinds'
import { fieldTypes } from '#app/support/records/field_types'

/** What somebody typed into the form of an entry: values, and for whom each is. What is left out is empty. */
export interface TypedEntry {
  values: Partial<Record<FieldName, string>>
  audiences: Partial<Record<FieldName, string>>
}

type Checked = { fields: Entry['fields'] } | { problems: Problems }

/** Entries that can be called: what an escalation level leads to. */
export const callees = ['owner', 'administrator', 'desk', 'contact'] as const

/** The fields of an entry as they are kept, or what is wrong with what was typed, by field. */
export function checkEntry(kind: EntryKind, typed: TypedEntry, others: Entry[]): Checked {
  const problems: Problems = {}
  const fields: Entry['fields'] = {}
  for (const [name, field] of fieldsOf(kind)) {
    const value = (typed.values[name] ?? '').normalize('NFC').replace(/\r\n?/g, '\n').trim()
    const wrong = faultOf(name, field, value, others)
    if (wrong) problems[name] = [wrong]
    else if (value) fields[name] = { value, audience: audienceFrom(typed.audiences[name], field) }
  }
  if (Object.keys(problems).length) return { problems }
  return Object.keys(fields).length ? { fields } : { problems: emptyForm(kind) }
}

type Field = ReturnType<typeof fieldsOf>[number][1]

function faultOf(name: FieldName, field: Field, value: string, others: Entry[]) {
  if (!value) return field.required ? `${field.label}: this cannot be left empty.` : undefined
  if (field.choices) {
    return field.choices.some((choice) => choice.value === value)
      ? undefined
      : 'Choose one of the list.'
  }
  if (field.type === 'desk' || field.type === 'callee') return referenceFault(name, value, others)
  return fieldTypes[field.type](value)
}

/** References name another entry of the same record. */
function referenceFault(name: FieldName, id: string, others: Entry[]) {
  const named = others.find((other) => other.id === id)
  const fits =
    name === 'desk' ? named?.kind === 'desk' : callees.some((kind) => kind === named?.kind)
  return fits ? undefined : 'Choose one of the list.'
}

const audienceFrom = (typed: string | undefined, field: Field): Audience =>
  audiences.find((audience) => audience === typed) ?? field.audience

const emptyForm = (kind: EntryKind): Problems => ({
  [fieldsOf(kind)[0][0]]: ['Fill in at least one field, or leave the page without saving.'],
})

/** Whether two sets of fields say the same to the same people. */
export const isSame = (one: Entry['fields'], other: Entry['fields']) =>
  JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))

/** The fields in one order, whoever wrote them down. */
export const sorted = (fields: Entry['fields']): [string, Value][] =>
  Object.entries(fields)
    .map(([name, { value, audience }]): [string, Value] => [name, { value, audience }])
    .sort(([one], [other]) => (one < other ? -1 : 1))
