import type { Actor } from '#app/audit/actor'
import type Organization from '#app/organizations/organization'
import { News } from '#app/shared/news'

interface Suspended {
  organization: Organization
  by: Actor
  because: string
}

/** An organization is suspended: what it shares with others ends with it, in both directions. */
export const organizationSuspended = new News<Suspended>('organization.suspended')
