import type Account from '#app/accounts/account'
import { speakersFor } from '#app/accounts/liaisons/liaison_list'
import { tell } from '#app/messages/tell'
import { now } from '#app/shared/clock'
import type { Trx } from '#app/shared/transaction'

interface Helped {
  by: string
  act: string
  because: string
}

/**
 * The first liaison of the person's organization hears what the help desk did, who wants mails at once before who wants the digest:
 * that holds only what waits. Nobody is the only one to hear of what was done with their own account, as long as there is another.
 */
export async function tellLiaisonOf(account: Account, helped: Helped, trx: Trx) {
  const speakers = await speakersFor(account.organizationId, trx)
  const [first] = speakers.toSorted((a, b) => weight(a, account) - weight(b, account))
  if (!first) return
  const payload = { ...helped, accountId: first.id, personId: account.id, at: now() }
  await tell(first, 'helped_by_help_desk', payload, trx)
}

const weight = (speaker: Account, { id }: Account) =>
  (speaker.id === id ? 2 : 0) + (speaker.requestNotices === 'at_once' ? 0 : 1)
