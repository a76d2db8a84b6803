import type Account from '#app/accounts/account'
import { keepsFolders, notOurs, operates } from '#app/accounts/administration'
import { allowed, permit, rule } from '#app/audit/decide'
import type Organization from '#app/organizations/organization'
import type { Trx } from '#app/shared/transaction'
import type Announcement from '#app/support/announcements/announcement'
import type { Announcer } from '#app/support/announcements/announcement'

declare module '#app/audit/decide' {
  interface Actions {
    'announcement.keep': Organization
    'announcement.understand': Announcement
    'service.announce': null
  }
}

/** An agency's announcements are its liaisons' alone. */
rule('announcement.keep', (actor, organization) => keepsFolders(actor, organization.id))

rule('service.announce', (actor) => operates(actor))

/** The service speaks to everybody, an agency to its own people. */
rule('announcement.understand', (actor, { organizationId }) =>
  organizationId === null || organizationId === actor.organizationId ? allowed : notOurs
)

export const permitAnnouncing = (by: Account, announcer: Announcer, trx?: Trx) =>
  announcer
    ? permit(by, 'announcement.keep', announcer, trx)
    : permit(by, 'service.announce', null, trx)
