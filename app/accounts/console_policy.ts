import { administers, answersCallers, operates } from '#app/accounts/administration'
import { rule } from '#app/audit/decide'
import type Organization from '#app/organizations/organization'

declare module '#app/audit/decide' {
  interface Actions {
    'workspace.open': Organization
    'help_desk.open': Organization
    'operations.open': Organization
  }
}

/** The liaison's workspace of an organization. */
rule('workspace.open', (actor, organization) => administers(actor, organization.id))

/** The help desk's console, which answers callers of all organizations. */
rule('help_desk.open', (actor) => answersCallers(actor))

/** The operator's console, which belongs to no organization: whoever comes brings their own. */
rule('operations.open', (actor) => operates(actor))
