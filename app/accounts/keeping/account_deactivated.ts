import type Account from '#app/accounts/account'
import type { Actor } from '#app/audit/actor'
import { News } from '#app/shared/news'

interface Deactivated {
  account: Account
  by: Actor
  because: string
}

/** An account cannot be used any more: what it had in other organizations ends with it. */
export const accountDeactivated = new News<Deactivated>('account.deactivated')
