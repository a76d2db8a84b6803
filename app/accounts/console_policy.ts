import { administers, operates } from '#app/accounts/administration'
import { rule } from '#app/audit/decide'
import type Organization from '#app/organizations/organization'

declare module '#app/audit/decide' {
  interface Actions {
    'workspace.open': Organization
    'operations.open': Organization
  }
}

/** The liaison's workspace of an organization. */
rule('workspace.open', (actor, organization) => administers(actor, organization.id))

/** The operator's console, which belongs to no organization: whoever comes brings their own. */
rule('operations.open', (actor) => operates(actor))
