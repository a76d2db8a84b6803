import type Account from '#app/accounts/account'
import type { Problems } from '#app/accounts/passwords/new_password'
import { permit } from '#app/audit/decide'
import { record } from '#app/audit/record'
import { nameKey } from '#app/shared/names'
import { now } from '#app/shared/clock'
import { inTransaction, type Trx } from '#app/shared/transaction'
import Program from '#app/support/records/program'
import { recordPublished } from '#app/support/records/publishing'
import QuickReference from '#app/support/records/quick_reference'
import type { Entry } from '#app/support/records/entry'

type Keeping = Program | { problems: Problems }

/** Begins a program with an empty draft, or with one that says something already. */
export function createProgram(by: Account, typed: string, entries: Entry[] = [], outer?: Trx) {
  return inTransaction(async (trx): Promise<Keeping> => {
    await permit(by, 'program.create', by.organization, trx)
    const name = typed.normalize('NFC').trim()
    const problems = await problemsOf(by.organizationId, name, undefined, trx)
    if (problems) return { problems }
    const owned = { organizationId: by.organizationId, createdBy: by.id }
    const program = await Program.create(
      { ...owned, name, nameKey: nameKey(name) },
      { client: trx }
    )
    await QuickReference.create(
      { programId: program.id, number: 1, entries, createdBy: by.id },
      { client: trx }
    )
    await record('program.created', { actor: by, subject: program }, trx)
    return program
  }, outer)
}

/** False if it is called so already. */
export function renameProgram(by: Account, program: Program, typed: string) {
  return inTransaction(async (trx): Promise<Keeping | false> => {
    await permit(by, 'program.keep', program, trx)
    const name = typed.normalize('NFC').trim()
    if (name === program.name) return false
    const problems = await problemsOf(program.organizationId, name, program.id, trx)
    if (problems) return { problems }
    const before = program.name
    await program
      .useTransaction(trx)
      .merge({ name, nameKey: nameKey(name) })
      .save()
    await record('program.renamed', { actor: by, subject: program, details: { before } }, trx)
    await tellOfRecord(program, trx)
    return program
  })
}

/** Nobody is shown a retired program any more, but what it said is kept. False if it was retired before. */
export const retireProgram = (by: Account, program: Program) =>
  turn(by, program, { from: null, to: now(), event: 'program.retired' })

/** False if it was not retired. */
export const resumeProgram = (by: Account, program: Program) =>
  turn(by, program, { to: null, event: 'program.resumed' })

interface Turn {
  from?: null
  to: number | null
  event: 'program.retired' | 'program.resumed'
}

function turn(by: Account, program: Program, { from, to, event }: Turn) {
  return inTransaction(async (trx) => {
    await permit(by, 'program.keep', program, trx)
    const rows = Program.query({ client: trx }).where('id', program.id)
    if (from === null) rows.whereNull('retiredAt')
    else rows.whereNotNull('retiredAt')
    const turned = await rows.update({ retiredAt: to, retiredBy: to ? by.id : null })
    if (Number(turned) !== 1) return false
    await record(event, { actor: by, subject: program }, trx)
    await tellOfRecord(await Program.findOrFail(program.id, { client: trx }), trx)
    return true
  })
}

/** What is derived from a record goes by the program's name, and is not there while it is retired. */
async function tellOfRecord(program: Program, trx: Trx) {
  const edition = await program.published(trx)
  if (edition) await recordPublished.tell({ program, edition }, trx)
}

async function problemsOf(organizationId: string, name: string, own: string | undefined, trx: Trx) {
  if (!name || name.length > 100 || /\p{Cc}/u.test(name)) {
    return { name: ['Say what the program is called, in at most 100 characters.'] }
  }
  const taken = await Program.query({ client: trx })
    .where({ organizationId, nameKey: nameKey(name) })
    .if(own, (others) => others.whereNot('id', own!))
    .first()
  return taken
    ? { name: [`Your agency has a program “${taken.name}” already. Choose a name that is free.`] }
    : undefined
}
