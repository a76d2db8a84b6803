import type Account from '#app/accounts/account'
import { rulesOf } from '#app/accounts/passwords/password_policy'
import { speakersFor } from '#app/accounts/liaisons/liaison_list'
import Throttle, { brakes, tooOften } from '#app/accounts/signing_in/throttle'
import { awaitsActivation } from '#app/accounts/passwords/activation'
import { permit } from '#app/audit/decide'
import { record } from '#app/audit/record'
import { tell } from '#app/messages/tell'
import { now } from '#app/shared/clock'
import { inTransaction, type Trx } from '#app/shared/transaction'
import service from '#config/service'

/** What one can do in the home folder, in the words of its buttons (seed: service guide). */
const inTheHomeFolder = [
  'Browse your computer and upload one file or several with Upload File.',
  'Select a file and Download it.',
  'Select a file and look at it with View (HTML) or View (Text).',
  'Delete what you do not need any more.',
  'Choose a Transfer mode: Binary sends every byte as it is, ASCII converts the line endings of texts.',
  'Choose another folder under My Folders, if you were subscribed to any.',
  'Choose Change Password at any time.',
]

/** The welcome sheet: all that somebody needs to begin, for paper and for mail. It holds no password. */
export async function welcomeFor(account: Account, trx?: Trx) {
  const [speaker] = await speakersFor(account.organizationId, trx)
  return {
    account,
    address: `${service.url}/sign-in`,
    awaitsActivation: awaitsActivation(account),
    rules: rulesOf(account.organization),
    canDo: inTheHomeFolder,
    speaker,
  }
}

/** Sends the sheet to the person. Answers with the reason if it is not sent. */
export function sendWelcome(by: Account, account: Account): Promise<{ refused?: string }> {
  return inTransaction(async (trx) => {
    await permit(by, 'account.edit', account, trx)
    await account.useTransaction(trx).refresh()
    if (!account.email) return { refused: 'No mail address is known for this person.' }
    if (!account.isActive(now())) return { refused: 'This account is not active.' }
    const closedUntil = await Throttle.take(`welcome:${account.id}`, brakes.mail, trx)
    if (closedUntil) return { refused: tooOften(closedUntil) }
    await record('account.welcomed', { actor: by, subject: account }, trx)
    await tell(account, 'welcome', { accountId: account.id }, trx)
    return {}
  })
}
