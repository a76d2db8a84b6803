import Account from '#app/accounts/account'
import { faultsIn } from '#app/accounts/keeping/account_details'
import { hasDirectory } from '#app/accounts/signing_in/credential_sources'
import { makeFirstPassword } from '#app/accounts/passwords/first_password'
import type { Problems } from '#app/accounts/passwords/new_password'
import { permit } from '#app/audit/decide'
import Folder from '#app/folders/folder'
import { tell } from '#app/messages/tell'
import type Organization from '#app/organizations/organization'
import { now, type Instant } from '#app/shared/clock'
import { inTransaction, type Trx } from '#app/shared/transaction'

/** A person as who opens the account describes them; what is left out is not known. */
export interface NewPerson {
  username: string
  fullName: string
  email: string
  phone?: string
  title?: string
  credentialSource: 'local' | 'directory'
  mustChangePassword: boolean
  endsAt?: Instant
  /** Who answers for somebody who does not work here; then there is an end date, too. */
  sponsorId?: string
  /** How a local account comes to its first password; nobody chooses one for another (security rule 8). */
  first: 'mailed_link' | 'shown_once'
}

/** What `makeFirstPassword` makes; many of them are made before the transaction that stores them. */
export type FirstPassword = Awaited<ReturnType<typeof makeFirstPassword>>

/** The first password is there once, for who asked to see it. */
type Opening = { account: Account; firstPassword?: string } | { problems: Problems }

/** Opens an account with its home folder in the opener's own organization, and lets the person in by link or first password. */
export const openAccount = opening('account.open')

/** The same for who shall be a liaison: where there is nobody yet, there is nobody who could open an account. */
export const openLiaisonsAccount = opening('liaison.open')

/** The same for who shall administer a partner. */
export const openAdministratorsAccount = opening('administrator.open')

type Action = 'account.open' | 'liaison.open' | 'administrator.open'

function opening(action: Action) {
  return (by: Account, organization: Organization, asked: NewPerson, outer?: Trx) =>
    open(action, by, organization, asked, outer)
}

async function open(
  action: Action,
  by: Account,
  organization: Organization,
  asked: NewPerson,
  outer?: Trx
): Promise<Opening> {
  const person = tidied(asked)
  const isShown = person.credentialSource === 'local' && person.first === 'shown_once'
  const first = isShown ? await makeFirstPassword() : undefined
  return inTransaction(async (trx) => {
    await permit(by, action, organization, trx)
    const problems = await problemsOf(person, organization, trx)
    if (Object.keys(problems).length) return { problems }

    const account = await openChecked(by, organization, person, first, trx)
    return { account, firstPassword: first?.text }
  }, outer)
}

/** The same, when whoever calls has asked whether it may be and whether the person is described rightly. */
export async function openChecked(
  by: Account,
  organization: Organization,
  person: NewPerson,
  first: FirstPassword | undefined,
  trx: Trx
) {
  const account = await openWithHome(by, organization, { ...person, ...first?.columns }, trx)
  const isMailed = person.credentialSource === 'directory' || person.first === 'mailed_link'
  if (isMailed) await tell(account, 'account_opened', { accountId: account.id }, trx)
  return account
}

async function openWithHome(
  by: Account,
  organization: Organization,
  { first: _, ...person }: NewPerson,
  trx: Trx
) {
  const account = await Account.open(by, { ...person, organization }, trx)
  const { username: name } = account
  await Folder.make(by, { name, organizationId: organization.id, owner: account }, trx)
  return account
}

const tidied = (person: NewPerson): NewPerson => ({
  ...person,
  username: person.username.normalize('NFC').trim(),
  fullName: person.fullName.normalize('NFC').trim(),
  email: person.email.trim(),
  phone: person.phone?.trim() || undefined,
  title: person.title?.trim() || undefined,
})

async function problemsOf(person: NewPerson, organization: Organization, trx: Trx) {
  const problems = faultsIn(person)
  const usernameKey = person.username.toLowerCase()
  if (!problems.username && (await Account.findBy({ usernameKey }, { client: trx }))) {
    problems.username = [`The user name ${person.username} is taken. Choose another one.`]
  }
  if (person.credentialSource === 'directory' && !(await hasDirectory(organization.id, trx))) {
    problems.credential_source = ['Your organization has no directory in use.']
  }
  if (person.endsAt !== undefined && person.endsAt <= now()) {
    problems.ends_on = ['Choose an end date that lies ahead.']
  }
  if (person.sponsorId) {
    const sponsor = await Account.findBy(
      { id: person.sponsorId, organizationId: organization.id },
      { client: trx }
    )
    if (!sponsor?.isActive(now())) problems.sponsor = ['Choose somebody of your organization.']
    if (!person.endsAt)
      problems.ends_on = ['Say until when. An outside person’s account always ends.']
  }
  return problems
}
