import type Account from '#app/accounts/account'
import { permit } from '#app/audit/decide'
import { isOneAddress } from '#app/messages/tell'
import type { Instant } from '#app/shared/clock'
import Confirmation from '#app/support/freshness/confirmations/confirmation'
import { isContact } from '#app/support/freshness/people'
import { verifiedIn, type Verified } from '#app/support/freshness/verified'
import { nameOf, said } from '#app/support/records/entry'
import { entryKinds } from '#app/support/records/entry_kinds'
import type Program from '#app/support/records/program'

/** A published contact as the liaison sees who has confirmed what. */
export interface ContactState {
  id: string
  name: string
  label: string
  verified: Verified | undefined
  /** When the person was asked and has not answered yet. */
  askedAt: Instant | undefined
  canBeAsked: boolean
}

/** Everybody whom the published record names, with who last said that it is right. */
export async function contactStates(by: Account, program: Program): Promise<ContactState[]> {
  await permit(by, 'program.keep', program)
  const published = program.isRetired ? null : await program.published()
  const contacts = (published?.entries ?? []).filter(isContact)
  if (!contacts.length) return []
  const verified = await verifiedIn(program.id, contacts)
  const ids = contacts.map(({ id }) => id)
  const open = await Confirmation.openFor(program.id, ids)
  return contacts.map((entry) => ({
    id: entry.id,
    name: nameOf(entry),
    label: entryKinds[entry.kind].label,
    verified: verified.get(entry.id),
    askedAt: open.find(({ entryId }) => entryId === entry.id)?.createdAt,
    canBeAsked: isOneAddress(said(entry, 'email')),
  }))
}
