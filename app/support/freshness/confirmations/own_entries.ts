import type Account from '#app/accounts/account'
import { day, now } from '#app/shared/clock'
import type { Trx } from '#app/shared/transaction'
import { audienceOf } from '#app/support/audience'
import Confirmation from '#app/support/freshness/confirmations/confirmation'
import { emailKey, speaksOf } from '#app/support/freshness/people'
import { staleAfterDays } from '#app/support/freshness/staleness'
import { verifiedIn, type Verified } from '#app/support/freshness/verified'
import { wordingOf } from '#app/support/freshness/wording'
import { shownTo, type Entry } from '#app/support/records/entry'
import Program from '#app/support/records/program'
import db from '@adonisjs/lucid/services/db'

/** What a published quick reference says of somebody who has an account. */
export interface OwnEntry {
  program: Program
  entry: Entry
  /** Without what this person may not read. */
  shown: Entry
  others: Entry[]
  wording: string
  verified: Verified | undefined
  /** Asked, or not confirmed for as long as a record stays fresh. */
  isDue: boolean
}

/** The programs that ask this person to confirm something, by name. */
export async function programsToConfirm(account: Account) {
  const own = await ownEntries(account)
  const due = own.filter(({ isDue }) => isDue)
  return [...new Set(due.map(({ program }) => program.name))]
}

/** Everything that published quick references say of this person, by user name or mail address. */
export async function ownEntries(account: Account, trx?: Trx): Promise<OwnEntry[]> {
  const own: OwnEntry[] = []
  for (const program of await programsNaming(account, trx)) {
    own.push(...(await entriesIn(program, account, trx)))
  }
  return own
}

export async function ownEntry(account: Account, programId: string, entryId: string, trx?: Trx) {
  const own = await ownEntries(account, trx)
  return own.find(({ program, entry }) => program.id === programId && entry.id === entryId)
}

function programsNaming({ username, email }: Account, trx?: Trx) {
  const key = emailKey(email)
  const named = (trx ?? db)
    .from('record_contacts')
    .where((about) => {
      about.where({ username })
      if (key) about.orWhere('email_key', key)
    })
    .select('program_id')
  return Program.query({ client: trx })
    .whereIn('id', named)
    .whereNull('retiredAt')
    .whereHas('organization', (organization) => organization.whereNull('suspendedAt'))
    .preload('organization')
    .orderBy('nameKey')
    .orderBy('id')
}

async function entriesIn(program: Program, account: Account, trx?: Trx): Promise<OwnEntry[]> {
  const published = await program.published(trx)
  const about = published?.entries.filter((entry) => speaksOf(entry, account)) ?? []
  if (!about.length) return []
  const verified = await verifiedIn(program.id, about, trx)
  const ids = about.map(({ id }) => id)
  const open = await Confirmation.openFor(program.id, ids, trx)
  const tooOld = now() - (await staleAfterDays(trx)) * day
  const others = shownTo(audienceOf(account, program.organizationId), published!.entries)
  return about.flatMap((entry) => {
    const shown = others.find(({ id }) => id === entry.id)
    if (!shown) return []
    const last = verified.get(entry.id)
    const isAsked = open.some(({ entryId }) => entryId === entry.id)
    const isDue = isAsked || !last || last.at < tooOld
    return [{ program, entry, shown, others, wording: wordingOf(entry), verified: last, isDue }]
  })
}
