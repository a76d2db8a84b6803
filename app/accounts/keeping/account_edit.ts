import Account from '#app/accounts/account'
import { faultsIn } from '#app/accounts/keeping/account_details'
import {
  changedMeanwhile,
  shownOf,
  withKept,
  type Meanwhile,
  type Shown,
} from '#app/accounts/keeping/account_shown'
import { awaitsActivation } from '#app/accounts/passwords/activation'
import { isLiaison, noEnd, noSponsor } from '#app/accounts/liaisons/liaison_stay'
import type { Problems } from '#app/accounts/passwords/new_password'
import Secret, { settingPasswords } from '#app/accounts/secret'
import { sponsorNamed } from '#app/accounts/keeping/sponsorship'
import { permit } from '#app/audit/decide'
import { record } from '#app/audit/record'
import Message, { addressChanged } from '#app/messages/message'
import { tell } from '#app/messages/tell'
import { dayOf, now, type Instant } from '#app/shared/clock'
import { nameKey } from '#app/shared/names'
import { inTransaction, type Trx } from '#app/shared/transaction'
import service from '#config/service'

/** What of an account may be changed by a form. */
export interface Details {
  fullName: string
  email: string
  phone: string | null
  title: string | null
  /** Null: it does not end by itself. Left out, it stays as it is: whose account is over gets it back another way. */
  endsAt?: Instant | null
  /** The user name of who answers for an outside person; null for who works here. */
  sponsor: string | null
}

/** What was changed, in words; nothing, if all was as it is. `kept` is what somebody else had changed meanwhile. */
type Edit = { problems: Problems; meanwhile?: Meanwhile } | { changed: string[]; kept: string[] }

const names: Record<string, string> = {
  fullName: 'full name',
  email: 'mail address',
  phone: 'phone',
  title: 'title',
  endsAt: 'end date',
  sponsorId: 'sponsor',
}

/** Mails with a link that sets a password: they go to the address that is known, and to no former one. */
const withLinks = ['account_opened', 'password_reset', 'password_voided']

/** `seen` is what the form showed: what was changed since then by somebody else is not overwritten unknowingly. */
export function editAccount(
  by: Account,
  { id }: Account,
  asked: Details,
  seen: Partial<Shown> = {},
  outer?: Trx
) {
  return inTransaction(async (trx): Promise<Edit> => {
    const account = await Account.query({ client: trx }).where({ id }).forUpdate().firstOrFail()
    await permit(by, 'account.edit', account, trx)
    const typed = tidied(asked)
    const meanwhile = changedMeanwhile(typed, seen, await shownOf(account, trx))
    if (Object.keys(meanwhile.problems).length) return { problems: meanwhile.problems, meanwhile }
    const { problems, values } = await judged(account, withKept(typed, account, meanwhile), trx)
    if (Object.keys(problems).length) return { problems }

    const was = account.email
    account.merge(values)
    const changed = Object.keys(names).filter((name) => name in account.$dirty)
    const kept = meanwhile.keptInWords
    if (!changed.length) return { changed, kept }
    await account.save()
    const inWords = changed.map((name) => names[name])
    const details = { changes: inWords.join(', ') }
    await record('account.edited', { actor: by, subject: account, details }, trx)
    if (changed.includes('email')) await moveMail(account, was, trx)
    return { changed: inWords, kept }
  }, outer)
}

const tidied = (asked: Details): Details => ({
  ...asked,
  fullName: asked.fullName.normalize('NFC').trim(),
  email: asked.email.trim(),
  phone: asked.phone?.trim() || null,
  title: asked.title?.trim() || null,
})

async function judged(account: Account, { sponsor: named, ...asked }: Details, trx: Trx) {
  const problems = faultsIn({ ...asked, username: account.username })
  const sponsor = named ? await sponsorFor(account, named, trx) : null
  if (named && !sponsor) {
    problems.sponsor = [`Nobody of your organization who can be the sponsor is called “${named}”.`]
  }
  const endsAt = isSameDay(account.endsAt, asked.endsAt) ? account.endsAt : asked.endsAt!
  const fault = faultOfEnd(account, endsAt, Boolean(named))
  if (fault) problems.ends_on = [fault]
  if (sponsor && !sponsor.isActive(now()) && endsAt !== account.endsAt) {
    problems.sponsor = [`${sponsor.fullName} is not active any more. Choose another sponsor.`]
  }
  const values = { ...asked, endsAt, sponsorId: sponsor?.id ?? null }
  return { problems: { ...problems, ...(await faultsOfLiaison(account, values, trx)) }, values }
}

type Stay = Pick<Account, 'endsAt' | 'sponsorId'>

/** What is as it was is no fault of this edit. */
async function faultsOfLiaison(account: Account, { endsAt, sponsorId }: Stay, trx: Trx) {
  const faults: Problems = {}
  const isEnding = endsAt !== null && endsAt !== account.endsAt
  const isLeftToSponsor = sponsorId !== null && sponsorId !== account.sponsorId
  if (!(isEnding || isLeftToSponsor) || !(await isLiaison(account, trx))) return faults
  if (isEnding) faults.ends_on = [noEnd(account.fullName)]
  if (isLeftToSponsor) faults.sponsor = [noSponsor(account.fullName)]
  return faults
}

/** The present sponsor may stay one who cannot become one any more. */
async function sponsorFor(account: Account, named: string, trx: Trx) {
  const present = account.sponsorId && (await Account.find(account.sponsorId, { client: trx }))
  if (present && nameKey(named.trim()) === present.usernameKey) return present
  const sponsor = await sponsorNamed(account.organizationId, named, trx)
  return sponsor?.id === account.id ? null : sponsor
}

function faultOfEnd(account: Account, endsAt: Instant | null, isOutside: boolean) {
  if (isOutside && endsAt === null)
    return 'Say until when. An outside person’s account always ends.'
  if (endsAt === account.endsAt) return null
  if (!account.isActive(now()))
    return 'This account is not active. Reactivate it with a new end date.'
  return endsAt !== null && endsAt <= now() ? 'Choose an end date that lies ahead.' : null
}

/** Days are what a form knows: the hour of an end that nobody changed stays as it is. */
function isSameDay(one: Instant | null, other: Instant | null | undefined) {
  if (other === undefined) return true
  if (one === null || other === null) return one === other
  return dayOf(one, service.timeZone) === dayOf(other, service.timeZone)
}

/** Both addresses hear of it; no link that was meant for the former one opens anything any more. */
async function moveMail(account: Account, former: string | null, trx: Trx) {
  const { id } = account
  await Message.withdraw(id, withLinks, addressChanged, trx)
  await Secret.revokeAll(account, settingPasswords, trx)
  if (former) await tell({ id, email: former }, 'email_left', { accountId: id, at: now() }, trx)
  await tell(account, 'email_joined', { accountId: id, at: now() }, trx)
  if (awaitsActivation(account)) await tell(account, 'account_opened', { accountId: id }, trx)
}
