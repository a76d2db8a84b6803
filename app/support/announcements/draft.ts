import type { Instant } from '#app/shared/clock'
import type Announcement from '#app/support/announcements/announcement'
import type {
  AnnouncementKind,
  AnnouncementPlace,
  Announcer,
} from '#app/support/announcements/announcement'

/** What somebody wants to announce, before it is an edition. */
export interface Draft {
  heading: string
  words: string
  kind: AnnouncementKind
  place: AnnouncementPlace
  /** An agency's, shown to everybody under "Find your SFT Liaison" as well. */
  isPublic: boolean
  /** Null begins at once. */
  startsAt: Instant | null
  endsAt: Instant
}

/** The sign-in page is the service's, and under "Find your SFT Liaison" stand agencies: whatever a form says. */
export const said = (announcer: Announcer, draft: Draft & { startsAt: Instant }) => ({
  organizationId: announcer?.id ?? null,
  heading: draft.heading,
  words: draft.words,
  kind: draft.kind,
  place: announcer ? ('signed_in' as const) : draft.place,
  isPublic: announcer ? draft.isPublic : false,
  startsAt: draft.startsAt,
  endsAt: draft.endsAt,
})

const called = {
  heading: 'heading',
  words: 'words',
  kind: 'kind',
  place: 'place',
  isPublic: 'for everybody or not',
  startsAt: 'beginning',
  endsAt: 'end',
} as const

export const differences = (before: Announcement, after: ReturnType<typeof said>) =>
  (Object.keys(called) as (keyof typeof called)[])
    .filter((key) => before[key] !== after[key])
    .map((key) => called[key])
    .join(', ')
