import type Account from '#app/accounts/account'
import type { Problems } from '#app/accounts/passwords/new_password'
import { permit } from '#app/audit/decide'
import { inTransaction } from '#app/shared/transaction'
import { addEntries } from '#app/support/records/whole_draft'
import type { Entry } from '#app/support/records/entry'
import { fieldsOf } from '#app/support/records/entry_kinds'
import type Program from '#app/support/records/program'
import { createProgram } from '#app/support/records/program_keeping'
import { v7 as uuidv7 } from 'uuid'

/** Begins a program whose draft says what another one of the agency says at present, its own draft if it has one. */
export function copyProgram(by: Account, source: Program, name: string) {
  return inTransaction(async (trx): Promise<Program | { problems: Problems }> => {
    await permit(by, 'program.keep', source, trx)
    const says = (await source.draft(trx)) ?? (await source.published(trx))
    const program = await createProgram(by, name, [], trx)
    if ('problems' in program) return program
    await addEntries(by, program, withNewIds(says?.entries ?? []), trx)
    return program
  })
}

/** The same entries for another record: each is one of its own, and they name each other as before. */
export function withNewIds(entries: Entry[]): Entry[] {
  const ids = new Map(entries.map(({ id }) => [id, uuidv7()]))
  return entries.map((entry) => ({
    ...entry,
    id: ids.get(entry.id)!,
    fields: Object.fromEntries(
      fieldsOf(entry.kind).flatMap(([name, { type }]) => {
        const kept = entry.fields[name]
        if (!kept) return []
        if (type !== 'desk' && type !== 'callee') return [[name, kept]]
        const value = ids.get(kept.value)
        return value ? [[name, { ...kept, value }]] : []
      })
    ),
  }))
}
