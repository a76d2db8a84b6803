import { administers } from '#app/accounts/administration'
import { rule } from '#app/audit/decide'
import type Organization from '#app/organizations/organization'

declare module '#app/audit/decide' {
  interface Actions {
    'account.import': Organization
  }
}

/** Many accounts at once are opened by who may open one. */
rule('account.import', (actor, organization) => administers(actor, organization.id))
