import type Account from '#app/accounts/account'
import type { Actor } from '#app/audit/actor'
import { News } from '#app/shared/news'

/** An account can be used again: what others were given of it in the meantime ends. */
export const accountReactivated = new News<{ account: Account; by: Actor }>('account.reactivated')
