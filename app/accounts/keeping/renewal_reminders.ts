import Account from '#app/accounts/account'
import { speakersFor } from '#app/accounts/liaisons/liaison_list'
import { tell } from '#app/messages/tell'
import { day, type Instant } from '#app/shared/clock'
import { inTransaction, type Trx } from '#app/shared/transaction'
import { v7 as uuidv7 } from 'uuid'

/** So many days before an outside person's account ends, sponsor and liaison hear of it. */
const milestones = [1, 7, 30]

/** Reminds of the ends that come near, once for each milestone. Answers of how many. */
export async function remindOfEnds(asOf: Instant) {
  const ending = await Account.query()
    .whereNull('deactivatedAt')
    .whereBetween('endsAt', [asOf + 1, asOf + Math.max(...milestones) * day])
    .whereNotNull('sponsorId')
    .orderBy('endsAt')
    .orderBy('id')
  let reminded = 0
  for (const account of ending) {
    if (await inTransaction((trx) => remind(account, asOf, trx))) reminded++
  }
  return { reminded }
}

/** A job that did not run for a while says what is next only, not everything that it missed. */
async function remind({ id, endsAt, sponsorId, organizationId }: Account, asOf: Instant, trx: Trx) {
  const daysBefore = milestones.find((days) => endsAt! - asOf <= days * day)
  const isNew = await remember(id, endsAt!, daysBefore!, asOf, trx)
  if (!isNew) return false

  const sponsor = await Account.findOrFail(sponsorId, { client: trx })
  const [speaker] = await speakersFor(organizationId, trx)
  const told = [sponsor.isActive(asOf) ? sponsor : null, speaker].filter((one) => one !== null)
  const byId = new Map(told.filter(Boolean).map((one) => [one.id, one]))
  for (const recipient of byId.values()) {
    await tell(recipient, 'renewal_due', { accountId: id, endsAt, recipientId: recipient.id }, trx)
  }
  return true
}

async function remember(
  accountId: string,
  endsAt: Instant,
  daysBefore: number,
  asOf: Instant,
  trx: Trx
) {
  const made = { account_id: accountId, ends_at: endsAt, days_before: daysBefore }
  const rows = await trx
    .knexQuery()
    .table('renewal_reminders')
    .insert({ ...made, id: uuidv7(), created_at: asOf })
    .onConflict(['account_id', 'ends_at', 'days_before'])
    .ignore()
    .returning('id')
  return rows.length === 1
}
