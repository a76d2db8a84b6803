import Throttle, { brakes } from '#app/accounts/signing_in/throttle'
import type { Actor } from '#app/audit/actor'
import { permit } from '#app/audit/decide'
import { record } from '#app/audit/record'
import { isOneAddress, tell } from '#app/messages/tell'
import { now } from '#app/shared/clock'
import { inTransaction, type Trx } from '#app/shared/transaction'
import Confirmation, { linkLife } from '#app/support/freshness/confirmations/confirmation'
import { labeled } from '#app/support/freshness/entry_words'
import { isContact } from '#app/support/freshness/people'
import { nameOf, said, type Entry } from '#app/support/records/entry'
import type Program from '#app/support/records/program'
import { errors } from '@adonisjs/lucid'

/** Who was asked, by name; who was asked today already; who has no mail address there. */
export interface Asked {
  asked: string[]
  before: string[]
  unreachable: string[]
}

/**
 * Asks the contacts of what is published, or those of them that are wanted, by mail whether it is right; each once a day at
 * most. Throws E_ROW_NOT_FOUND if an entry is wanted that is no published contact.
 */
export function askContacts(
  by: Actor,
  program: Program,
  wanted?: (entry: Entry) => boolean,
  outer?: Trx
) {
  return inTransaction(async (trx): Promise<Asked> => {
    await permit(by, 'confirmation.ask', program, trx)
    const answer: Asked = { asked: [], before: [], unreachable: [] }
    for (const entry of await contactsOf(program, wanted, trx)) {
      answer[await ask(by, program, entry, trx)].push(nameOf(entry))
    }
    return answer
  }, outer)
}

async function contactsOf(
  program: Program,
  wanted: (entry: Entry) => boolean = () => true,
  trx: Trx
) {
  if (program.isRetired) throw new errors.E_ROW_NOT_FOUND()
  const published = await program.published(trx)
  const contacts = (published?.entries ?? []).filter(isContact).filter(wanted)
  if (!contacts.length) throw new errors.E_ROW_NOT_FOUND()
  return contacts
}

/** Of several links to one entry only the latest opens anything. */
async function ask(by: Actor, program: Program, entry: Entry, trx: Trx): Promise<keyof Asked> {
  const address = said(entry, 'email')
  if (!isOneAddress(address)) return 'unreachable'
  const key = `confirmation:${program.id}:${entry.id}`
  if (await Throttle.take(key, brakes.daily, trx)) return 'before'

  await Confirmation.openFor(program.id, [entry.id], trx).update({ expiresAt: now() })
  const asked = { programId: program.id, entryId: entry.id, address, askedBy: by.id }
  const { id } = await Confirmation.create(
    { ...asked, hash: Confirmation.hashOfNoLink(), expiresAt: now() + linkLife },
    { client: trx }
  )
  await tell({ id: null, email: address }, 'confirmation_asked', { confirmationId: id }, trx)
  const details = { entry: labeled(entry) }
  await record('quick_reference.confirmation_asked', { actor: by, subject: program, details }, trx)
  return 'asked'
}
