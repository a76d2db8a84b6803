import { administers } from '#app/accounts/administration'
import { rule } from '#app/audit/decide'
import type Organization from '#app/organizations/organization'

declare module '#app/audit/decide' {
  interface Actions {
    'access.list': Organization
  }
}

/** Who has access to an organization's folders, and what its people have elsewhere. */
rule('access.list', (actor, organization) => administers(actor, organization.id))
