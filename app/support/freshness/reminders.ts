import type Account from '#app/accounts/account'
import { activeOperators } from '#app/accounts/liaisons/operators'
import { liaisonsIn } from '#app/accounts/liaisons/liaison_list'
import { theService } from '#app/audit/actor'
import { tell } from '#app/messages/tell'
import { day, type Instant } from '#app/shared/clock'
import { inTransaction, type Trx } from '#app/shared/transaction'
import { askContacts } from '#app/support/freshness/confirmations/asking'
import { standingsOf } from '#app/support/freshness/staleness'
import { verifiedIn } from '#app/support/freshness/verified'
import { isContact } from '#app/support/freshness/people'
import Program from '#app/support/records/program'
import { v7 as uuidv7 } from 'uuid'

/** Days before a record turns stale, and who hears of it then: the primary liaison, the alternate too, at last the operators. */
const steps = [
  { step: 3, daysBefore: 0 },
  { step: 2, daysBefore: 7 },
  { step: 1, daysBefore: 14 },
] as const
type Step = (typeof steps)[number]['step']

interface Due {
  program: Program
  staleAt: Instant
  reviewedAt: Instant | null
  step: Step
}

/** Reminds of records that turn stale, each step once, and asks their contacts before the review. Answers of how many. */
export async function remindOfStaleness(asOf: Instant, signal?: AbortSignal) {
  const due = await dueAt(asOf)
  let reminded = 0
  for (const own of Map.groupBy(due, ({ program }) => program.organizationId).values()) {
    if (signal?.aborted) break
    const liaisonsOwn = own.filter(({ step }) => step < 3)
    reminded += await inTransaction((trx) => remindLiaisons(liaisonsOwn, asOf, trx))
  }
  const overdue = due.filter(({ step }) => step === 3)
  if (!signal?.aborted) {
    reminded += await inTransaction((trx) => remindOperators(overdue, asOf, trx))
  }
  return { reminded }
}

/** A job that did not run for a while says what is next only, not everything that it missed. */
async function dueAt(asOf: Instant): Promise<Due[]> {
  const programs = await Program.query()
    .whereNull('retiredAt')
    .whereHas('organization', (organization) => organization.whereNull('suspendedAt'))
    .orderBy('organizationId')
    .orderBy('id')
  const standings = await standingsOf(programs.map(({ id }) => id))
  return programs.flatMap((program) => {
    const standing = standings.get(program.id)
    const now =
      standing && steps.find(({ daysBefore }) => asOf >= standing.staleAt - daysBefore * day)
    if (!now) return []
    return [{ program, staleAt: standing.staleAt, reviewedAt: standing.reviewedAt, step: now.step }]
  })
}

async function remindLiaisons(due: Due[], asOf: Instant, trx: Trx) {
  const fresh = await remembered(due, asOf, trx)
  if (!fresh.length) return 0
  const liaisons = await liaisonsIn([fresh[0].program.organizationId], trx)
  for (const one of fresh) await askBeforeReview(one, trx)
  const [primary, ...others] = liaisons
  if (!primary) return 0
  await mailTo(primary, fresh, trx)
  const urgent = fresh.filter(({ step }) => step === 2)
  if (urgent.length && others.length) await mailTo(others[0], urgent, trx)
  return fresh.length
}

async function remindOperators(due: Due[], asOf: Instant, trx: Trx) {
  const fresh = await remembered(due, asOf, trx)
  if (!fresh.length) return 0
  for (const operator of await activeOperators(trx)) await mailTo(operator, fresh, trx)
  return fresh.length
}

/** Those of which nobody has spoken yet at this step: of two that run at once, one writes the row. */
async function remembered(due: Due[], asOf: Instant, trx: Trx) {
  const fresh: Due[] = []
  for (const one of due) {
    const row = { program_id: one.program.id, stale_at: one.staleAt, step: one.step }
    const rows = await trx
      .knexQuery()
      .table('freshness_reminders')
      .insert({ ...row, id: uuidv7(), created_at: asOf })
      .onConflict(['program_id', 'stale_at', 'step'])
      .ignore()
      .returning('id')
    if (rows.length === 1) fresh.push(one)
  }
  return fresh
}

/** Whoever has not confirmed since the last review is asked, so that the liaison has the answers before the next one. */
async function askBeforeReview({ program, reviewedAt }: Due, trx: Trx) {
  const published = await program.published(trx)
  const contacts = (published?.entries ?? []).filter(isContact)
  if (!contacts.length) return
  const verified = await verifiedIn(program.id, contacts, trx)
  const since = reviewedAt ?? -Infinity
  const isOld = (id: string) => (verified.get(id)?.at ?? -Infinity) <= since
  if (contacts.some(({ id }) => isOld(id))) {
    await askContacts(theService, program, ({ id }) => isOld(id), trx)
  }
}

/** One mail for all that a person is told at once. */
const mailTo = ({ id, email }: Pick<Account, 'id' | 'email'>, due: Due[], trx: Trx) =>
  tell(
    { id, email },
    'records_turn_stale',
    { accountId: id, programIds: due.map(({ program }) => program.id) },
    trx
  )
