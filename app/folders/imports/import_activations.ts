import Account from '#app/accounts/account'
import { awaitsActivation } from '#app/accounts/passwords/activation'
import Throttle, { brakes, tooOften } from '#app/accounts/signing_in/throttle'
import { permit } from '#app/audit/decide'
import { record } from '#app/audit/record'
import type AccountImport from '#app/folders/imports/account_import'
import ImportedAccount from '#app/folders/imports/imported_account'
import { tell } from '#app/messages/tell'
import { now } from '#app/shared/clock'
import { inTransaction, type Trx } from '#app/shared/transaction'

/** The people of an import who have not opened their mailed link yet. */
export async function waitingIn({ id, status, first }: AccountImport, trx?: Trx) {
  if (status !== 'applied' || first !== 'mailed_link') return []
  const opened = ImportedAccount.query({ client: trx }).where('importId', id).select('accountId')
  const people = await Account.query({ client: trx }).whereIn('id', opened).orderBy('id')
  return people.filter((one) => awaitsActivation(one) && one.email && one.isActive(now()))
}

/** Mails all who still wait a new link to the first password. Says why not, if so. */
export function sendActivations(by: Account, wanted: AccountImport, outer?: Trx) {
  return inTransaction(async (trx): Promise<{ refused: string } | { count: number }> => {
    await permit(by, 'account.import', wanted.organization, trx)
    const waiting = await waitingIn(wanted, trx)
    const count = waiting.length
    if (!count) return { refused: 'Nobody of this import waits for activation any more.' }
    const closedUntil = await Throttle.take(`activations:${wanted.id}`, brakes.mail, trx)
    if (closedUntil) return { refused: tooOften(closedUntil) }

    await record('import.activations_sent', { actor: by, subject: wanted, details: { count } }, trx)
    for (const one of waiting) await tell(one, 'account_opened', { accountId: one.id }, trx)
    return { count }
  }, outer)
}
