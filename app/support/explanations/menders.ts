import Account from '#app/accounts/account'
import { liaisonsIn, rankOf, speakersFor } from '#app/accounts/liaisons/liaison_list'
import { rankInWords } from '#app/accounts/liaisons/liaisons'
import { activeOperators } from '#app/accounts/liaisons/operators'
import type { Mender } from '#app/audit/decide'
import { reachableNow } from '#app/support/assistance/reachable'
import type { Attempt } from '#app/support/explanations/explanation'
import type { Instant } from '#app/shared/clock'
import service from '#config/service'

/** Somebody who can mend it, and how to reach them now. */
export interface Contact {
  name: string
  role: string
  phone: string | null
  email: string | null
  /** Until when this person is absent; null if they are not. */
  awayUntil: Instant | null
}

const contactOf = (role: string, { fullName, phone, email }: Account): Contact => ({
  ...{ name: fullName, role, phone, email, awayUntil: null },
})

const serviceDesk: Contact = {
  name: `${service.name} help desk`,
  role: 'answers for the whole service',
  phone: service.helpDesk,
  email: null,
  awayUntil: null,
}

/** Never nobody: where a duty is empty, the service's own desk stands in. */
export async function mendersOf(by: Mender, account: Account, attempt: Attempt) {
  const contacts = await whoever[by](account, attempt)
  return contacts.length ? contacts : [serviceDesk]
}

const whoever: Record<Mender, (account: Account, attempt: Attempt) => Promise<Contact[]>> = {
  self: async (account) => [contactOf('the person on the phone', account)],
  liaison: async ({ organization }) => [
    ...(await named(organization.id, await speakersFor(organization.id))),
    ...(organization.helpDeskPhone ? [deskOf(organization)] : []),
  ],
  folder_liaison: async (_account, attempt) => {
    const agency = folderOf(attempt)
    return agency ? named(agency, await liaisonsIn([agency])) : []
  },
  sender: async (_account, attempt) => {
    if (!('file' in attempt)) return []
    const sender = await Account.find(attempt.file.senderId)
    return sender ? [contactOf('sent the file', sender)] : []
  },
  help_desk: async ({ organization }) => [
    { ...serviceDesk, role: 'you, on the page of the person' },
    ...(await named(organization.id, await speakersFor(organization.id))),
  ],
  operator: async () => {
    const operators = await activeOperators()
    return [...operators.map((one) => contactOf('runs the service', one)), serviceDesk]
  },
}

function folderOf(attempt: Attempt) {
  if ('folder' in attempt) return attempt.folder.organizationId
  return 'file' in attempt ? attempt.file.folder.organizationId : null
}

/** Who is absent comes last, and it is said until when. */
async function named(organizationId: string, speakers: Account[]): Promise<Contact[]> {
  const people = await reachableNow(organizationId, speakers)
  return people.map(({ account: one, awayUntil }) => {
    const role = one.has('liaison') ? rankInWords(rankOf(one)) : 'organization administrator'
    return { ...contactOf(role, one), awayUntil }
  })
}

const deskOf = ({ name, helpDeskName, helpDeskPhone, helpDeskHours }: Account['organization']) => ({
  name: helpDeskName ?? `${name} help desk`,
  role: helpDeskHours ?? 'the organization’s own help desk',
  phone: helpDeskPhone,
  email: null,
  awayUntil: null,
})
