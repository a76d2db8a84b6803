import type Account from '#app/accounts/account'
import { missingFor } from '#app/accounts/admission'
import { now, second, type Instant } from '#app/shared/clock'
import AnnouncementUnderstanding from '#app/support/announcements/announcement_understanding'
import {
  isShownAt,
  standingAtSignIn,
  standingFor,
  standingInPublic,
  type Standing,
} from '#app/support/announcements/standing'

const keptFor = 5 * second
const atMost = 1_000

const known = new Map<string, { standing: Standing[]; askedAt: Instant }>()

/** Every such page shows them, so what stands may be some seconds old; what has begun or ended since is not. */
async function lately(key: string, ask: (ahead: number) => Promise<Standing[]>) {
  const at = now()
  let last = known.get(key)
  if (!last || last.askedAt <= at - keptFor || last.askedAt > at) {
    last = { standing: await ask(keptFor), askedAt: at }
    if (known.size >= atMost) known.clear()
    known.set(key, last)
  }
  return last.standing.filter((one) => isShownAt(one, now()))
}

/** Whoever has just published something looks whether it is there. */
export const forgetAnnouncements = () => known.clear()

/** What the service says to everybody who comes to sign in. */
export const announcementsAtSignIn = () => lately('sign-in', standingAtSignIn)

/** What the service and the person's own organization say, as long as the person has not put it away. */
export async function announcementsFor(person: Account) {
  const { organizationId } = person
  const standing = await lately(organizationId, (ahead) => standingFor(organizationId, ahead))
  return AnnouncementUnderstanding.notYet(person, standing)
}

/** Only who is let in can put something away: whoever must change the password first cannot. */
export const mayPutAway = async (person: Account, isAdmitted?: boolean) =>
  isAdmitted ?? (await missingFor(person)) === null

/** What agencies say to everybody, by agency. */
export async function announcementsInPublic() {
  const standing = await lately('public', standingInPublic)
  return Map.groupBy(standing, ({ organizationId }) => organizationId)
}

const kinds = {
  information: { label: 'Information', look: 'info' },
  trouble: { label: 'Trouble', look: 'error' },
  maintenance: { label: 'Maintenance', look: 'warning' },
} as const

export const announcementKind = (kind: keyof typeof kinds) => kinds[kind]

const places = {
  sign_in: 'On the sign-in page',
  signed_in: 'After signing in',
  both: 'On the sign-in page and after signing in',
} as const

export const announcementPlace = ({
  place,
  isPublic,
}: {
  place: keyof typeof places
  isPublic: boolean
}) => (isPublic ? `${places[place]}, and under Find your SFT Liaison` : places[place])

/** What pages may ask for by name. */
export const inViews = {
  announcementKind,
  announcementPlace,
  announcementsAtSignIn,
  announcementsFor,
  mayPutAway,
}
