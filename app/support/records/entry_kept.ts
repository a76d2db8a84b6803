import type Account from '#app/accounts/account'
import { News } from '#app/shared/news'
import type { Entry } from '#app/support/records/entry'
import type Program from '#app/support/records/program'

/** Somebody wrote an entry of a draft by hand: how it was before, and how it is now; one of them may be missing. */
export const entryKept = new News<{
  by: Account
  program: Program
  before?: Entry
  after?: Entry
}>('entry kept')
