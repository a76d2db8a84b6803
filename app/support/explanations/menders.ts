import Account from '#app/accounts/account'
import { liaisonsIn, rankOf, speakersFor } from '#app/accounts/liaisons/liaison_list'
import { rankInWords } from '#app/accounts/liaisons/liaisons'
import { activeOperators } from '#app/accounts/liaisons/operators'
import type { Mender } from '#app/audit/decide'
import type { Attempt } from '#app/support/explanations/explanation'
import service from '#config/service'

/** Somebody who can mend it, and how to reach them now. */
export interface Contact {
  name: string
  role: string
  phone: string | null
  email: string | null
}

const contactOf = (role: string, { fullName, phone, email }: Account): Contact => ({
  ...{ name: fullName, role, phone, email },
})

const serviceDesk: Contact = {
  name: `${service.name} help desk`,
  role: 'answers for the whole service',
  phone: service.helpDesk,
  email: null,
}

/** Never nobody: where a duty is empty, the service's own desk stands in. */
export async function mendersOf(by: Mender, account: Account, attempt: Attempt) {
  const contacts = await whoever[by](account, attempt)
  return contacts.length ? contacts : [serviceDesk]
}

const whoever: Record<Mender, (account: Account, attempt: Attempt) => Promise<Contact[]>> = {
  self: async (account) => [contactOf('the person on the phone', account)],
  liaison: async ({ organization }) => [
    ...named(await speakersFor(organization.id)),
    ...(organization.helpDeskPhone ? [deskOf(organization)] : []),
  ],
  folder_liaison: async (_account, attempt) => named(await liaisonsIn([folderOf(attempt)])),
  sender: async (_account, attempt) => {
    if (!('file' in attempt)) return []
    const sender = await Account.find(attempt.file.senderId)
    return sender ? [contactOf('sent the file', sender)] : []
  },
  help_desk: async ({ organization }) => [
    { ...serviceDesk, role: 'you, on the page of the person' },
    ...named(await speakersFor(organization.id)),
  ],
  operator: async () => {
    const operators = await activeOperators()
    return [...operators.map((one) => contactOf('runs the service', one)), serviceDesk]
  },
}

function folderOf(attempt: Attempt) {
  if ('folder' in attempt) return attempt.folder.organizationId
  return 'file' in attempt ? attempt.file.folder.organizationId : ''
}

const named = (speakers: Account[]) =>
  speakers.map((one) =>
    contactOf(one.has('liaison') ? rankInWords(rankOf(one)) : 'organization administrator', one)
  )

const deskOf = ({ name, helpDeskName, helpDeskPhone, helpDeskHours }: Account['organization']) => ({
  name: helpDeskName ?? `${name} help desk`,
  role: helpDeskHours ?? 'the organization’s own help desk',
  phone: helpDeskPhone,
  email: null,
})
