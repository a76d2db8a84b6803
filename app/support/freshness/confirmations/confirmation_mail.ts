import Account from '#app/accounts/account'
import { liaisonsIn } from '#app/accounts/liaisons/liaison_list'
import { mail, type Payload } from '#app/messages/mail'
import { now } from '#app/shared/clock'
import type { Trx } from '#app/shared/transaction'
import { askedIn } from '#app/support/freshness/confirmations/asked_by_link'
import Confirmation from '#app/support/freshness/confirmations/confirmation'
import { linesOf } from '#app/support/records/lines'
import { nameOf } from '#app/support/records/entry'

interface ToContact extends Payload {
  confirmationId: string
}

/** Whom to ask, where the service asks by itself. */
async function liaisonOf(organizationId: string, trx: Trx) {
  const [primary] = await liaisonsIn([organizationId], trx)
  return primary
}

/** The link is made when the mail is written, so that no outbox ever holds one. Nothing for staff alone leaves the house. */
mail<ToContact>('confirmation_asked', async ({ confirmationId }, trx) => {
  const confirmation = await Confirmation.findOrFail(confirmationId, { client: trx })
  if (confirmation.usedAt !== null || confirmation.expiresAt <= now()) return null
  const asked = await askedIn(confirmation, trx)
  if (!asked) return null
  const { program, organization, shown, others } = asked
  const by = confirmation.askedBy
    ? await Account.find(confirmation.askedBy, { client: trx })
    : await liaisonOf(organization.id, trx)
  const path = await confirmation.newLink(trx)
  const about = { program, organization, name: nameOf(shown), lines: linesOf(shown, others) }
  const subject = `Is this right? What ${program.name} says of you`
  return { subject, view: 'mails/support/confirmation_asked', data: { ...about, by, path } }
})
