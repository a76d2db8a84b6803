import Account from '#app/accounts/account'
import Secret from '#app/accounts/secret'
import { speakersFor } from '#app/accounts/liaisons/liaison_list'
import { sponsoredBy } from '#app/accounts/keeping/sponsorship'
import { welcomeFor } from '#app/accounts/keeping/welcome'
import { mail, type Payload } from '#app/messages/mail'
import { now, type Instant } from '#app/shared/clock'
import type { Trx } from '#app/shared/transaction'

/** What people hear when somebody who keeps their account changed it. */
interface About extends Payload {
  accountId: string
}
type At = About & { at: Instant }

const find = (id: string, trx: Trx) =>
  Account.query({ client: trx }).where({ id }).preload('organization').preload('grants').first()

const view = (name: string) => `mails/accounts/${name}`

/** The link is made when the mail is written, so that no outbox ever holds one. */
mail<At>('password_voided', async ({ accountId, at }, trx) => {
  const account = await find(accountId, trx)
  if (!account?.isActive(now())) return null
  const isShown = account.passwordExpiresAt !== null
  /** Meanwhile the person has a password again. */
  if (!isShown && account.passwordHash !== null) return null
  const token = isShown ? null : await Secret.make(account, 'password_reset', trx)
  const [speaker] = await speakersFor(account.organizationId, trx)
  const data = { account, at, speaker, path: token && `/password/reset/${token}` }
  return { subject: 'Your password was reset', view: view('password_voided'), data }
})

mail<About>('account_deactivated', async ({ accountId }, trx) => {
  const account = await find(accountId, trx)
  if (!account || account.isActive(now())) return null
  const [speaker] = await speakersFor(account.organizationId, trx)
  const subject = 'Your account was deactivated'
  return { subject, view: view('account_deactivated'), data: { account, speaker } }
})

mail<About>('account_reactivated', async ({ accountId }, trx) => {
  const account = await find(accountId, trx)
  if (!account?.isActive(now())) return null
  const subject = 'Your account is active again'
  return { subject, view: view('account_reactivated'), data: { account } }
})

/** To the former address: whoever reads it need not learn the new one. */
mail<At>('email_left', async ({ accountId, at }, trx) => {
  const account = await find(accountId, trx)
  if (!account) return null
  const subject = 'This mail address was taken off an account'
  return { subject, view: view('email_left'), data: { account, at } }
})

mail<At>('email_joined', async ({ accountId, at }, trx) => {
  const account = await find(accountId, trx)
  if (!account) return null
  const [speaker] = await speakersFor(account.organizationId, trx)
  const subject = 'This mail address belongs to an account now'
  return { subject, view: view('email_joined'), data: { account, at, speaker } }
})

mail<About>('welcome', async ({ accountId }, trx) => {
  const account = await find(accountId, trx)
  if (!account?.isActive(now())) return null
  return { subject: 'Welcome', view: view('welcome'), data: await welcomeFor(account, trx) }
})

mail<{ sponsorId: string }>('sponsor_left', async ({ sponsorId }, trx) => {
  const sponsor = await find(sponsorId, trx)
  if (!sponsor || sponsor.isActive(now())) return null
  const people = await sponsoredBy(sponsor, trx).limit(50)
  if (!people.length) return null
  const subject = 'Outside people need another sponsor'
  return { subject, view: view('sponsor_left'), data: { sponsor, people } }
})

mail<{ accountId: string; recipientId: string; endsAt: Instant }>(
  'renewal_due',
  async ({ accountId, recipientId, endsAt }, trx) => {
    const [account, recipient] = [await find(accountId, trx), await find(recipientId, trx)]
    /** Renewed or ended meanwhile: nobody needs to be reminded any more. */
    if (!account?.isActive(now()) || account.endsAt !== endsAt || !recipient) return null
    const speakers = await speakersFor(account.organizationId, trx)
    const data = {
      account,
      recipient,
      isKeeper: speakers.some(({ id }) => id === recipient.id),
      speaker: speakers[0],
      path: `/liaison/accounts/${account.id}/edit`,
    }
    return { subject: `${account.fullName}’s account ends soon`, view: view('renewal_due'), data }
  }
)
