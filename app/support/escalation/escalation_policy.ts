import { keepsFolders, operates } from '#app/accounts/administration'
import { rule } from '#app/audit/decide'
import type Organization from '#app/organizations/organization'

declare module '#app/audit/decide' {
  interface Actions {
    'holiday.keep': Organization
    /** Those that all agencies observe. */
    'holiday.keep_for_all': null
    'absence.keep': Organization
  }
}

/** An agency's liaisons know when its people are away; what all observe is the operator's. */
rule('holiday.keep', (actor, organization) => keepsFolders(actor, organization.id))
rule('holiday.keep_for_all', (actor) => operates(actor))
rule('absence.keep', (actor, organization) => keepsFolders(actor, organization.id))
