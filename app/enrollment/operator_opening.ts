import Account from '#app/accounts/account'
import { faultOf } from '#app/accounts/keeping/account_details'
import { activeOperators } from '#app/accounts/liaisons/operators'
import Secret from '#app/accounts/secret'
import type { Actor } from '#app/audit/actor'
import { record, recordRefusal } from '#app/audit/record'
import Application from '#app/enrollment/application'
import { operatingOrganization } from '#app/enrollment/operating_organization'
import Folder from '#app/folders/folder'
import { tell } from '#app/messages/tell'
import { now } from '#app/shared/clock'
import { inTransaction, type Trx } from '#app/shared/transaction'

export interface NewOperator {
  username: string
  fullName: string
  email: string
  /** What the organization that runs the service is called, where there is none yet. */
  organizationName: string
  /** Said on purpose where somebody runs the service already. */
  isAnother?: boolean
}

/** The secret opens the page on which the person sets the first password; nobody can ask for it a second time. */
export type Opening = { account: Account; secret: string } | { refused: string }

/**
 * Opens the account of somebody who runs the service. This is for whoever commands the machine, and needs no
 * sign-in: so it refuses what is not said on purpose, is in the trail either way, and everybody who runs the
 * service already hears of it. Asked again for who never set a password, it makes a new secret.
 */
export function openOperator(by: Actor, asked: NewOperator): Promise<Opening> {
  const operator = tidied(asked)
  return inTransaction(async (trx) => {
    await oneAtATime(trx)
    const waiting = await waitingFor(operator.username, trx)
    if (waiting) return renew(by, waiting, trx)

    const reason = faultOf(operator) ?? (await whyNot(operator, trx))
    if (!reason) return open(by, operator, trx)
    await recordRefusal('operator.refused', { actor: by, details: { reason } }, trx)
    return { refused: reason }
  })
}

const tidied = ({ username, fullName, email, organizationName, isAnother }: NewOperator) => ({
  isAnother,
  username: username.normalize('NFC'),
  fullName: fullName.normalize('NFC').trim(),
  email: email.trim(),
  organizationName: organizationName.normalize('NFC').trim(),
})

/** Of two who open the first account at once, one must see the other's. The application's row is always there. */
const oneAtATime = async (trx: Trx) => {
  const { id } = await Application.builtIn(trx)
  await Application.query({ client: trx }).where('id', id).forUpdate().firstOrFail()
}

/** An operator of that name who never had a password. */
const waitingFor = (username: string, trx: Trx) =>
  activeOperators(trx)
    .where({ username, credentialSource: 'local' })
    .whereNull('passwordHash')
    .first()

async function whyNot({ username, organizationName, isAnother }: NewOperator, trx: Trx) {
  if (!organizationName || organizationName.length > 200) {
    return 'Say what the organization is called, in at most 200 characters.'
  }
  const usernameKey = username.toLowerCase()
  if (await Account.findBy({ usernameKey }, { client: trx })) {
    return `The user name ${username} is taken.`
  }
  const present = await activeOperators(trx).first()
  if (!present || isAnother) return null
  return `${present.actorName} runs the service already. To open another account beside it, say --another.`
}

async function open(
  by: Actor,
  { organizationName, isAnother, ...operator }: NewOperator,
  trx: Trx
) {
  const others = await activeOperators(trx)
  const organization = await operatingOrganization(by, organizationName, trx)
  const account = await Account.open(by, { ...operator, organization }, trx)
  /** A liaison, too: somebody must be able to accept terms for the organization that publishes them. */
  await account.related('grants').create({ role: 'operator' }, { client: trx })
  await account.related('grants').create({ role: 'liaison' }, { client: trx })
  const { username: name } = account
  await Folder.make(by, { name, organizationId: organization.id, owner: account }, trx)
  await record('operator.opened', { actor: by, subject: account }, trx)

  const news = { openedId: account.id, by: by.actorName, at: now() }
  for (const other of others) {
    await tell(other, 'operator_opened', { accountId: other.id, ...news }, trx)
  }
  return { account, secret: await Secret.make(account, 'first_password', trx) }
}

async function renew(by: Actor, account: Account, trx: Trx) {
  await Secret.revokeAll(account, ['first_password'], trx)
  await record('operator.link_renewed', { actor: by, subject: account }, trx)
  return { account, secret: await Secret.make(account, 'first_password', trx) }
}
