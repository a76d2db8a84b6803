import Organization from '#app/organizations/organization'
import type { Trx } from '#app/shared/transaction'
import Confirmation from '#app/support/freshness/confirmations/confirmation'
import { wordingOf } from '#app/support/freshness/wording'
import { said, shownTo, type Entry } from '#app/support/records/entry'
import Program from '#app/support/records/program'

/** What somebody is asked to confirm, as that person may read it. */
export interface Asked {
  program: Program
  organization: Organization
  /** As it is kept, and as it is shown: what is for staff alone goes to nobody by mail. */
  entry: Entry
  shown: Entry
  /** The desk of a contact is named on the page. */
  others: Entry[]
  wording: string
}

/** What a mailed link asks for at present; null if it is too old, used, or no longer about what is published. */
export async function askedByLink(token: string, trx?: Trx) {
  const confirmation = await Confirmation.findLive(token, trx)
  const asked = confirmation && (await askedIn(confirmation, trx))
  return asked ? { ...asked, confirmation } : null
}

/** Whoever had the address before it was mended is not asked any more. */
export async function askedIn(confirmation: Confirmation, trx?: Trx): Promise<Asked | null> {
  const { programId, entryId, address } = confirmation
  const program = await Program.findOrFail(programId, { client: trx })
  const organization = await Organization.findOrFail(program.organizationId, { client: trx })
  const published = await program.published(trx)
  const entry = published?.entry(entryId)
  if (program.isRetired || organization.isSuspended || !entry) return null
  const others = shownTo('signed_in', published!.entries)
  const shown = others.find(({ id }) => id === entryId)
  if (!shown || said(entry, 'email') !== address) return null
  return { program, organization, entry, shown, others, wording: wordingOf(entry) }
}
