import Account from '#app/accounts/account'
import AccountSession from '#app/accounts/sessions/account_session'
import { missingFor } from '#app/accounts/admission'
import { checkCredentials } from '#app/accounts/signing_in/credentials'
import { stillCounts, type Verdict } from '#app/accounts/directories/directory_sign_in'
import { notCorrect, outwardly } from '#app/accounts/directories/directory_state'
import { aVisitor, type Origin } from '#app/audit/actor'
import { record, recordRefusal } from '#app/audit/record'
import { overPassword } from '#app/accounts/signing_in/hindrances'
import * as patience from '#app/accounts/signing_in/patience'
import { tooOften } from '#app/accounts/signing_in/throttle'
import { now } from '#app/shared/clock'
import { inTransaction } from '#app/shared/transaction'

export interface Attempt {
  username: string
  password: string
  origin: Origin
  /** What the person sits at, as it calls itself: a browser's or an SFTP client's name. */
  device: string
  /** The mark that earlier sign-ins left on the device. */
  mark?: DeviceMark
}

/** Who signed in on this device before is not held up by what strangers try (security rule 9). */
export interface DeviceMark {
  id: string
  accountIds: string[]
}

type Right = Extract<Verdict, { areRight: true }>
type SignIn = { account: Account } | { refused: string }

/**
 * The one way to sign in with a password, for every way in: slows down who fails, checks the credentials, asks whether
 * account and organization are active, begins a session, and records how it ended.
 */
export async function signIn(attempt: Attempt): Promise<SignIn> {
  const account = await Account.named(attempt.username)
  const closedUntil = await patience.ask(attempt, account)
  if (closedUntil) return { refused: tooOften(closedUntil) }

  const since = now()
  const verdict = await checkCredentials(account, attempt.password)
  if (!verdict.areRight) {
    await refuse(attempt, account, verdict.reason)
    return { refused: await outwardly(since) }
  }
  const over = overPassword(account!)
  if (over) {
    await refuse(attempt, account, over.sentence)
    return { refused: over.sentence }
  }
  const missing = await missingFor(account!, 'current_password')
  if (missing) {
    await refuse(attempt, account, missing.sentence)
    return { refused: [missing.sentence, missing.mend].filter(Boolean).join(' ') }
  }
  const isIn = await begin(attempt, account!, verdict)
  return isIn ? { account: account! } : { refused: notCorrect }
}

function refuse(attempt: Attempt, account: Account | null, reason: string) {
  return inTransaction(async (trx) => {
    await patience.lose(attempt.origin, trx)
    const happening = { actor: aVisitor(attempt.origin), subject: account ?? undefined }
    await recordRefusal('sign_in.refused', { ...happening, details: { reason } }, trx)
  })
}

/** What was compared must still be what counts: a change meanwhile has ended what the old password could begin. */
function begin(attempt: Attempt, account: Account, { recognized }: Right) {
  account.origin = attempt.origin
  return inTransaction(async (trx) => {
    if (!(await account.stillHasPassword(trx))) return false
    if (recognized && !(await stillCounts(recognized, trx))) return false
    if (recognized) account.merge({ directoryObjectId: recognized.objectId })
    await patience.restore(attempt, account, trx)
    account.session = await AccountSession.begin(account, attempt.device, trx)
    /** Whoever need not change the first password has taken it over now. */
    const isKept = !account.mustChangePassword && account.passwordExpiresAt !== null
    await account
      .merge({ lastSignedInAt: now(), ...(isKept && { passwordExpiresAt: null }) })
      .useTransaction(trx)
      .save()
    await record('sign_in.done', { actor: account, subject: account }, trx)
    return true
  })
}
