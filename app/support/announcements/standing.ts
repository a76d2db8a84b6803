import { now, type Instant } from '#app/shared/clock'
import type { AnnouncementKind } from '#app/support/announcements/announcement'
import db from '@adonisjs/lucid/services/db'

/** An announcement as it is shown to people. */
export interface Standing {
  id: string
  originalId: string
  organizationId: string | null
  /** Null is who runs the service. */
  organizationName: string | null
  heading: string
  words: string
  kind: AnnouncementKind
  startsAt: Instant
  endsAt: Instant
}

/** A page has no room for more; nobody would read them. */
const atMost = 20

/** Whatever is kept of these for a moment is asked this before it is shown. */
export const isShownAt = ({ startsAt, endsAt }: Standing, at: Instant) =>
  startsAt <= at && at < endsAt

/** For whoever comes to the sign-in page: from now on, or beginning within so many milliseconds. */
export const standingAtSignIn = (ahead = 0) =>
  listed(standing(ahead).whereNull('organization_id').whereIn('place', ['sign_in', 'both']))

/** For somebody of an organization who has signed in: the service's and their own. */
export const standingFor = (organizationId: string, ahead = 0) =>
  listed(
    standing(ahead)
      .whereIn('place', ['signed_in', 'both'])
      .where((own) => own.whereNull('organization_id').orWhere({ organization_id: organizationId }))
  )

/** What agencies say to everybody under "Find your SFT Liaison". */
export const standingInPublic = (ahead = 0) => listed(standing(ahead).where('is_public', true), 500)

function standing(ahead: number) {
  const at = now()
  return db
    .from('announcements')
    .leftJoin('organizations', 'organizations.id', 'announcements.organization_id')
    .whereNull('withdrawn_at')
    .whereNull('replaced_at')
    .where('ends_at', '>', at)
    .where('starts_at', '<=', at + ahead)
}

/** What is worst first, then the latest. */
async function listed(query: ReturnType<typeof standing>, most = atMost): Promise<Standing[]> {
  const rows = await query
    .orderByRaw(
      `case announcements.kind when 'trouble' then 0 when 'maintenance' then 1 else 2 end`
    )
    .orderBy('starts_at', 'desc')
    .orderBy('announcements.id', 'desc')
    .limit(most)
    .select('announcements.*', 'organizations.name as organization_name')
  return rows.map((row) => ({
    id: row.id,
    originalId: row.original_id,
    organizationId: row.organization_id,
    organizationName: row.organization_name,
    heading: row.heading,
    words: row.words,
    kind: row.kind,
    startsAt: Number(row.starts_at),
    endsAt: Number(row.ends_at),
  }))
}
