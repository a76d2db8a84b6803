import type Account from '#app/accounts/account'
import { decide, rule } from '#app/audit/decide'

declare module '#app/audit/decide' {
  interface Actions {
    'account.depart': Account
  }
}

/** Whoever may deactivate an account may say that its person left; the last liaison cannot leave. */
rule('account.depart', (actor, account, trx) => decide(actor, 'account.deactivate', account, trx))
