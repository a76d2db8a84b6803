import { keepsFolders } from '#app/accounts/administration'
import { rule } from '#app/audit/decide'
import type Organization from '#app/organizations/organization'
import type Program from '#app/support/records/program'

declare module '#app/audit/decide' {
  interface Actions {
    'program.list': Organization
    'program.create': Organization
    'program.keep': Program
  }
}

/** An agency's programs are its liaisons' to keep; what is published of them goes by audience. */
rule('program.list', (actor, organization) => keepsFolders(actor, organization.id))
rule('program.create', (actor, organization) => keepsFolders(actor, organization.id))
rule('program.keep', (actor, program) => keepsFolders(actor, program.organizationId))
