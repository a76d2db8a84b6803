import type Account from '#app/accounts/account'
import { News } from '#app/shared/news'

/** Somebody speaks for an agency, or for a partner, from now on. */
export const liaisonAppointed = new News<Account>('liaison.appointed')
