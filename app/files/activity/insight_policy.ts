import { administers, keepsFolders } from '#app/accounts/administration'
import { rule } from '#app/audit/decide'
import type Organization from '#app/organizations/organization'

declare module '#app/audit/decide' {
  interface Actions {
    'activity.list': Organization
    'transfer.list': Organization
  }
}

/** What happened in an organization, and what came to its folders and went from them. */
rule('activity.list', (actor, organization) => administers(actor, organization.id))
rule('transfer.list', (actor, organization) => keepsFolders(actor, organization.id))
