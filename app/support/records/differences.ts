import type { Entry, Value } from '#app/support/records/entry'
import { entryKinds, fieldsOf } from '#app/support/records/entry_kinds'
import { linesOf } from '#app/support/records/lines'

interface Changed {
  label: string
  before?: Pick<Value, 'value' | 'audience'>
  after?: Pick<Value, 'value' | 'audience'>
}

/** How one entry differs between two editions. */
export interface Difference {
  id: string
  /** What it is, as it is called now, or was when it was there. */
  label: string
  name: string
  outcome: 'added' | 'changed' | 'removed' | 'moved'
  fields: Changed[]
}

/** What an edition says otherwise than the one before it, in the order of the record; what is gone comes last. */
export function differencesOf(before: Entry[], after: Entry[]): Difference[] {
  const was = new Map(before.map((entry) => [entry.id, entry]))
  const is = new Map(after.map((entry) => [entry.id, entry]))
  const moved = movedAmong(before, after)
  const there = after.flatMap((entry) => {
    const earlier = was.get(entry.id)
    const fields = changedFields(earlier, entry, before, after)
    if (!earlier) return [difference(entry, 'added', fields, after)]
    if (fields.length) return [difference(entry, 'changed', fields, after)]
    return moved.has(entry.id) ? [difference(entry, 'moved', [], after)] : []
  })
  const gone = before
    .filter(({ id }) => !is.has(id))
    .map((entry) =>
      difference(entry, 'removed', changedFields(entry, undefined, before, after), before)
    )
  return [...there, ...gone]
}

function difference(
  entry: Entry,
  outcome: Difference['outcome'],
  fields: Changed[],
  all: Entry[]
): Difference {
  const [line] = linesOf(entry, all)
  const name = entry.fields.name?.value ?? line?.text ?? ''
  return { id: entry.id, label: entryKinds[entry.kind].label, name, outcome, fields }
}

/** A reference that leads to the same entry is no change, however that one is called by now. */
function changedFields(
  before: Entry | undefined,
  after: Entry | undefined,
  allBefore: Entry[],
  allAfter: Entry[]
): Changed[] {
  const [was, is] = [textsOf(before, allBefore), textsOf(after, allAfter)]
  return fieldsOf((before ?? after)!.kind).flatMap(([field, { label }]) => {
    const [one, other] = [before?.fields[field], after?.fields[field]]
    if (one?.value === other?.value && one?.audience === other?.audience) return []
    return [{ label, before: was.get(field), after: is.get(field) }]
  })
}

const textsOf = (entry: Entry | undefined, all: Entry[]) =>
  new Map(
    (entry ? linesOf(entry, all) : []).map(({ field, text, audience }) => [
      field as string,
      { value: text, audience },
    ])
  )

/** Whose place among its kind is another one, although nothing else about it is. */
function movedAmong(before: Entry[], after: Entry[]) {
  const stayed = (own: Entry[], other: Entry[]) =>
    own.filter(({ id }) => other.some((entry) => entry.id === id))
  const [was, is] = [stayed(before, after), stayed(after, before)]
  return new Set(
    is.filter((entry) => placeAmong(entry, is) !== placeAmong(entry, was)).map(({ id }) => id)
  )
}

const placeAmong = ({ id, kind }: Entry, all: Entry[]) =>
  all.filter((entry) => entry.kind === kind).findIndex((entry) => entry.id === id)
