import Account from '#app/accounts/account'
import { accountDeactivated } from '#app/accounts/keeping/account_deactivated'
import { accountReactivated } from '#app/accounts/keeping/account_reactivated'
import AccountSession from '#app/accounts/sessions/account_session'
import Secret, { settingPasswords } from '#app/accounts/secret'
import { theService, type Actor } from '#app/audit/actor'
import { permit } from '#app/audit/decide'
import { record } from '#app/audit/record'
import { AccountDeactivationSchema } from '#database/schema'
import { now, type Instant } from '#app/shared/clock'
import { inTransaction, type Trx } from '#app/shared/transaction'

/** From when until when an account could not be used, by whom and why. What it had in other organizations is gone for good. */
export default class AccountDeactivation extends AccountDeactivationSchema {
  /** Takes effect on the next request. False if the account was deactivated already. */
  static begin(by: Actor, account: Account, because: string, outer?: Trx) {
    return inTransaction(async (trx) => {
      await permit(by, 'account.deactivate', account, trx)
      return this.#begin(by, account, because, now(), trx)
    }, outer)
  }

  /** The same, when whoever calls has asked whether it may be. */
  static beginPermitted(by: Actor, account: Account, because: string, trx: Trx) {
    return this.#begin(by, account, because, now(), trx)
  }

  /** Gives the account back, with its own organization's folders. False if it was active. */
  static end(by: Actor, account: Account, because: string, endsAt: Instant | null, outer?: Trx) {
    return inTransaction(async (trx) => {
      await permit(by, 'account.reactivate', account, trx)
      await this.#close(account, trx)
      const [ended] = await this.query({ client: trx })
        .where('accountId', account.id)
        .whereNull('endedAt')
        .update({ endedAt: now(), endedBy: by.id, endedBecause: because })
      if (Number(ended) !== 1) return false

      await Account.query({ client: trx })
        .where('id', account.id)
        .update({ deactivatedAt: null, deactivatedBecause: null, endsAt })
      await account.useTransaction(trx).refresh()
      await record(
        'account.reactivated',
        { actor: by, subject: account, details: { because } },
        trx
      )
      await accountReactivated.tell({ account, by }, trx)
      return true
    }, outer)
  }

  /** Closes the accounts whose end date has come. Answers how many. */
  static async closeEnded(asOf: Instant) {
    const due = await Account.query()
      .whereNull('deactivatedAt')
      .where('endsAt', '<=', asOf)
      .orderBy('endsAt')
      .limit(500)
    for (const account of due) await inTransaction((trx) => this.#close(account, trx))
    return due.length
  }

  /** An end date that has passed was a deactivation of that day, whether somebody noticed or not. */
  static async #close(account: Account, trx: Trx) {
    await account.useTransaction(trx).refresh()
    const { endsAt, deactivatedAt } = account
    if (deactivatedAt !== null || endsAt === null || endsAt > now()) return
    await this.#begin(theService, account, 'The account’s end date came.', endsAt, trx)
  }

  static async #begin(by: Actor, account: Account, because: string, since: Instant, trx: Trx) {
    const [changed] = await Account.query({ client: trx })
      .where('id', account.id)
      .whereNull('deactivatedAt')
      .update({ deactivatedAt: since, deactivatedBecause: because })
    if (Number(changed) !== 1) return false

    await this.create(
      { accountId: account.id, because, createdAt: since, createdBy: by.id },
      { client: trx }
    )
    await account.useTransaction(trx).refresh()
    await AccountSession.endAll(account, 'deactivated', trx, by)
    await Secret.revokeAll(account, settingPasswords, trx)
    await record('account.deactivated', { actor: by, subject: account, details: { because } }, trx)
    await accountDeactivated.tell({ account, by, because }, trx)
    return true
  }
}
