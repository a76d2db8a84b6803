import type Account from '#app/accounts/account'
import AccountDeactivation from '#app/accounts/keeping/account_deactivation'
import { isLiaison, noEnd } from '#app/accounts/liaisons/liaison_stay'
import type { Problems } from '#app/accounts/passwords/new_password'
import { permit } from '#app/audit/decide'
import { tell } from '#app/messages/tell'
import { now, type Instant } from '#app/shared/clock'
import { inTransaction, type Trx } from '#app/shared/transaction'

interface Wish {
  because: string
  endsAt: Instant | null
}

type Return = { problems: Problems } | { isDone: boolean }

/** Gives somebody the account back, with a new end if it had one. Not done if it is active already. */
export function reactivate(by: Account, account: Account, { because, endsAt }: Wish, outer?: Trx) {
  return inTransaction(async (trx): Promise<Return> => {
    await permit(by, 'account.reactivate', account, trx)
    const problems = await problemsOf(account, endsAt, trx)
    if (Object.keys(problems).length) return { problems }

    const isDone = await AccountDeactivation.end(by, account, because, endsAt, trx)
    if (isDone && account.email) {
      await tell(account, 'account_reactivated', { accountId: account.id }, trx)
    }
    return { isDone }
  }, outer)
}

async function problemsOf(account: Account, endsAt: Instant | null, trx: Trx): Promise<Problems> {
  if (endsAt !== null && endsAt <= now())
    return { ends_on: ['Choose an end date that lies ahead.'] }
  if (account.sponsorId && endsAt === null) {
    return { ends_on: ['Say until when. An outside person’s account always ends.'] }
  }
  const isBound = endsAt !== null && (await isLiaison(account, trx))
  return isBound ? { ends_on: [noEnd(account.fullName)] } : {}
}
