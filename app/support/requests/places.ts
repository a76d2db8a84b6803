import Account from '#app/accounts/account'
import AccountRole from '#app/accounts/account_role'
import { speakersFor } from '#app/accounts/liaisons/liaison_list'
import { activeOperators } from '#app/accounts/liaisons/operators'
import { now } from '#app/shared/clock'
import type { Trx } from '#app/shared/transaction'

/** With whom a request can lie, in the order in which it is passed on by itself. */
export const places = ['liaison', 'alternate', 'help_desk', 'operator'] as const
export type Place = (typeof places)[number]

/** Whose request it is decides who is there: nobody answers their own. */
interface Asked {
  organizationId: string
  accountId: string
}

/** Of an agency or a partner; the same for everybody who reads it. */
export function placeInWords(place: Place, { isAgency }: { isAgency: boolean }) {
  const speaker = isAgency ? 'SFT Liaison' : 'organization administrator'
  const words = {
    liaison: `the ${speaker}`,
    alternate: `the alternate ${speaker}`,
    help_desk: 'the help desk',
    operator: 'the operator of the service',
  }
  return words[place]
}

/** Who is at a place now; where nobody is, nothing may lie. */
export async function peopleAt(place: Place, asked: Asked, trx?: Trx): Promise<Account[]> {
  const found = await holders[place](asked, trx)
  return found.filter(({ id }) => id !== asked.accountId)
}

/** The first place with somebody, from one on; the operator's is the last, whoever is there. */
export async function firstPlace(asked: Asked, trx?: Trx, from: Place = 'liaison'): Promise<Place> {
  for (const place of places.slice(places.indexOf(from))) {
    const people = await peopleAt(place, asked, trx)
    if (people.length) return place
  }
  return 'operator'
}

export const placeAfter = (place: Place): Place | undefined => places[places.indexOf(place) + 1]

type Find = (asked: Asked, trx?: Trx) => Promise<Account[]>

const speakers: Find = async ({ organizationId, accountId }, trx) => {
  const found = await speakersFor(organizationId, trx)
  return found.filter(({ id }) => id !== accountId)
}

const holders: Record<Place, Find> = {
  liaison: (asked, trx) => speakers(asked, trx).then((found) => found.slice(0, 1)),
  alternate: (asked, trx) => speakers(asked, trx).then((found) => found.slice(1)),
  help_desk: (_asked, trx) => activeHelpDesk(trx),
  operator: async (_asked, trx) => activeOperators(trx).preload('grants'),
}

const activeHelpDesk = (trx?: Trx) =>
  Account.query({ client: trx })
    .whereIn(
      'id',
      AccountRole.query({ client: trx }).where('role', 'help_desk').select('accountId')
    )
    .withScopes((scopes) => scopes.activeAt(now()))
    .preload('grants')
    .orderBy('createdAt')
    .orderBy('id')

/** "Lena Long, the SFT Liaison", or "the help desk": liaisons are known by name to their people, others are not. */
export async function whomInWords(
  place: Place,
  asked: Asked & { organization: { isAgency: boolean } },
  trx?: Trx
) {
  const words = placeInWords(place, asked.organization)
  if (place !== 'liaison' && place !== 'alternate') return words
  const people = await peopleAt(place, asked, trx)
  return [...people.map(({ fullName }) => fullName), words].join(', ')
}
