import Account from '#app/accounts/account'
import Directory from '#app/accounts/directories/directory'
import type { DirectoryQuestions } from '#app/accounts/ldap/conversation'
import { readAddress } from '#app/accounts/ldap/server_address'
import type { Problems } from '#app/accounts/passwords/new_password'
import { permit } from '#app/audit/decide'
import { record } from '#app/audit/record'
import { tell } from '#app/messages/tell'
import Organization from '#app/organizations/organization'
import { now } from '#app/shared/clock'
import { inTransaction, type Trx } from '#app/shared/transaction'
import { X509Certificate } from 'node:crypto'

/** What a person fills in. Without a password the stored one stays, as long as it goes to the same server. */
export interface TypedDirectory {
  address: string
  ca_certificate: string | null
  base_dn: string
  search_dn: string
  search_password: string | null
  username_attribute: string
  object_id_attribute: string
}

type Read = { questions: DirectoryQuestions } | { problems: Problems }

/** Reads a form against what is stored: the questions to ask a directory with, or what must be mended. */
export function readDirectory(typed: TypedDirectory, stored: Directory | null): Read {
  const problems: Problems = {}
  const address = readAddress(typed.address)
  if ('fault' in address) problems.address = [address.fault]
  const fault = typed.ca_certificate && faultOfCertificate(typed.ca_certificate)
  if (fault) problems.ca_certificate = [fault]
  const searchPassword = typed.search_password ?? passwordFor(typed, stored)
  if (!searchPassword) problems.search_password = [missingPassword(stored)]
  if (Object.keys(problems).length) return { problems }
  return {
    questions: {
      address: typed.address,
      caCertificate: typed.ca_certificate,
      baseDn: typed.base_dn,
      searchDn: typed.search_dn,
      searchPassword: searchPassword!,
      usernameAttribute: typed.username_attribute,
      objectIdAttribute: typed.object_id_attribute,
    },
  }
}

/** The stored password is sent only where it was meant for: not to another server, nor to one that proves itself otherwise. */
function passwordFor(typed: TypedDirectory, stored: Directory | null) {
  const isSame = stored?.address === typed.address && stored.caCertificate === typed.ca_certificate
  return isSame ? stored.openedPassword : null
}

const missingPassword = (stored: Directory | null) =>
  stored
    ? 'Type the password of the search account again: the stored one is not sent to another address, or with another certificate.'
    : 'Type the password of the search account.'

function faultOfCertificate(pem: string) {
  if (pem.includes('PRIVATE KEY')) return 'This holds a private key. Paste the certificate alone.'
  try {
    return new X509Certificate(pem) && null
  } catch {
    return 'This is no certificate. It begins with "-----BEGIN CERTIFICATE-----" and ends with "-----END CERTIFICATE-----".'
  }
}

/** Stores how an organization's directory is asked, and whether people sign in with it. Returns what must be mended, if anything. */
export function configureDirectory(
  by: Account,
  organization: Organization,
  typed: TypedDirectory,
  isInUse: boolean
) {
  return inTransaction(async (trx): Promise<Problems | undefined> => {
    await permit(by, 'directory.configure', organization, trx)
    await locked(organization, trx)
    const stored = await Directory.of(organization.id, trx)
    const read = readDirectory(typed, stored)
    if ('problems' in read) return read.problems

    const { searchPassword, ...open } = read.questions
    const directory = stored ?? new Directory().fill({ organizationId: organization.id })
    const isOtherId = stored !== null && stored.objectIdAttribute !== open.objectIdAttribute
    directory.merge({
      ...open,
      searchPassword: Directory.sealed(organization.id, searchPassword),
      isInUse,
      changedAt: now(),
      changedBy: by.id,
      changedByOperator: by.has('operator'),
      ...{ checkedAt: null, failingSince: null, failingBecause: null },
    })
    await directory.useTransaction(trx).save()
    if (isOtherId) await forgetObjects(organization, trx)
    const details = { address: open.address, baseDn: open.baseDn, isInUse }
    await record('directory.configured', { actor: by, subject: organization, details }, trx)
    await tellKeepers(by, organization, trx)
  })
}

/** Nobody signs in with the directory any more, and whose object was whose is forgotten. False if there is none. */
export function removeDirectory(by: Account, organization: Organization) {
  return inTransaction(async (trx) => {
    await permit(by, 'directory.configure', organization, trx)
    const { id: organizationId } = organization
    const [removed] = await Directory.query({ client: trx }).where({ organizationId }).delete()
    if (Number(removed) !== 1) return false
    await forgetObjects(organization, trx)
    await record('directory.removed', { actor: by, subject: organization }, trx)
    await tellKeepers(by, organization, trx)
    return true
  })
}

/** An id of one directory means nothing in another. */
const forgetObjects = ({ id: organizationId }: Organization, trx: Trx) =>
  Account.query({ client: trx }).where({ organizationId }).update({ directoryObjectId: null })

/** Of two who set up a directory at once, the second finds the first one's. */
const locked = ({ id }: Organization, trx: Trx) =>
  Organization.query({ client: trx }).where({ id }).forUpdate().firstOrFail()

/** Whoever commands the directory can sign in as anybody in it, so that no change of it stays unnoticed. */
async function tellKeepers(by: Account, { id: organizationId }: Organization, trx: Trx) {
  const keepers = await Account.query({ client: trx })
    .where({ organizationId })
    .withScopes((scopes) => scopes.activeAt(now()))
    .whereHas('grants', (grants) =>
      grants.whereIn('role', ['liaison', 'organization_administrator'])
    )
    .withScopes((scopes) => scopes.people())
  for (const keeper of keepers) {
    const payload = { accountId: keeper.id, by: by.actorName, at: now() }
    await tell(keeper, 'directory_changed', payload, trx)
  }
}
