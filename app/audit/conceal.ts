import type { Actor, Subject } from '#app/audit/actor'
import { recordRefusal } from '#app/audit/record'
import { inTransaction } from '#app/shared/transaction'
import { errors } from '@adonisjs/lucid'

const details = { code: 'unknown', reason: 'it is nothing that this person may know of' }

/**
 * Ends the search for what a person may not know of: the trail hears that it was asked for (ASVS 16.3.2), the person hears
 * what everybody hears of what never was. Throws E_ROW_NOT_FOUND.
 */
export async function conceal(actor: Actor, subject: Subject): Promise<never> {
  await inTransaction((trx) => recordRefusal('action.refused', { actor, subject, details }, trx))
  throw new errors.E_ROW_NOT_FOUND()
}
