import type Account from '#app/accounts/account'
import type { Actor, Origin } from '#app/audit/actor'
import { permit } from '#app/audit/decide'
import { record } from '#app/audit/record'
import { day, now } from '#app/shared/clock'
import { inTransaction, type Trx } from '#app/shared/transaction'
import { askedByLink, type Asked } from '#app/support/freshness/confirmations/asked_by_link'
import Confirmation from '#app/support/freshness/confirmations/confirmation'
import { ownEntry } from '#app/support/freshness/confirmations/own_entries'
import { labeled } from '#app/support/freshness/entry_words'
import { fileReport } from '#app/support/freshness/reports/reporting'
import Verification from '#app/support/freshness/verification'
import { wordingOf } from '#app/support/freshness/wording'
import { nameOf, type Entry } from '#app/support/records/entry'
import Program from '#app/support/records/program'
import { errors } from '@adonisjs/lucid'

/** Whoever opens a mailed link is known by the name of the entry and by nothing else. */
const byLink = ({ entry }: Asked, origin: Origin): Actor => ({
  id: null,
  organizationId: null,
  actorName: `${nameOf(entry)}, by a mailed link`,
  origin,
})

type ByLink = Asked | 'link_is_gone' | 'changed'

/** Somebody presses "This is right" on the page of a mailed link. `seen`: the wording that the page showed. */
export function confirmByLink(token: string, seen: string, origin: Origin) {
  return inTransaction(async (trx): Promise<ByLink> => {
    const asked = await askedByLink(token, trx)
    if (!asked) return 'link_is_gone'
    if (asked.wording !== seen) return 'changed'
    if (!(await asked.confirmation.use('right', trx))) return 'link_is_gone'
    const { program, entry } = asked
    const name = nameOf(entry).slice(0, 200)
    await verify(byLink(asked, origin), program, entry, { name, via: 'mail' }, trx)
    return asked
  })
}

/** The same person says what is wrong instead. */
export function reportByLink(token: string, what: string, origin: Origin) {
  return inTransaction(async (trx): Promise<Asked | 'link_is_gone'> => {
    const asked = await askedByLink(token, trx)
    if (!asked || !(await asked.confirmation.use('wrong', trx))) return 'link_is_gone'
    const { program, shown, confirmation } = asked
    const reporter = { name: nameOf(shown).slice(0, 200), email: confirmation.address }
    await fileReport(
      { actor: byLink(asked, origin), program, entry: shown, what, ...reporter },
      trx
    )
    return asked
  })
}

/** Somebody who is signed in confirms what a quick reference says of her. Throws E_ROW_NOT_FOUND if it says nothing. */
export function confirmOwn(by: Account, programId: string, entryId: string, seen: string) {
  return inTransaction(async (trx): Promise<'confirmed' | 'already' | 'changed'> => {
    await Program.query({ client: trx }).where('id', programId).forUpdate().firstOrFail()
    const own = await ownEntry(by, programId, entryId, trx)
    if (!own) throw new errors.E_ROW_NOT_FOUND()
    const { program, entry } = own
    await permit(by, 'entry.confirm', { entry }, trx)
    if (wordingOf(entry) !== seen) return 'changed'
    if (await isConfirmed(by, program, entry, trx)) return 'already'
    await Confirmation.openFor(programId, [entryId], trx).update({ usedAt: now(), answer: 'right' })
    await verify(by, program, entry, { accountId: by.id, via: 'console' }, trx)
    return 'confirmed'
  })
}

/** Within a day the same words need not be confirmed again by the same person. */
async function isConfirmed(by: Account, program: Program, entry: Entry, trx: Trx) {
  const same = { programId: program.id, entryId: entry.id, wording: wordingOf(entry) }
  const lately = Verification.query({ client: trx })
    .where({ ...same, accountId: by.id })
    .where('verifiedAt', '>', now() - day)
  return (await lately.first()) !== null
}

type Manner = Pick<Verification, 'via'> & Partial<Pick<Verification, 'accountId' | 'name'>>

async function verify(by: Actor, program: Program, entry: Entry, manner: Manner, trx: Trx) {
  const said = { programId: program.id, entryId: entry.id, wording: wordingOf(entry) }
  await Verification.create({ ...said, ...manner, verifiedAt: now() }, { client: trx })
  const details = { entry: labeled(entry) }
  await record('quick_reference.verified', { actor: by, subject: program, details }, trx)
}
