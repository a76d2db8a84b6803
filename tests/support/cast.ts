import Account from '#app/accounts/account'
import type { Role } from '#app/accounts/account_role'
import AccountSession from '#app/accounts/sessions/account_session'
import { theService } from '#app/audit/actor'
import Folder from '#app/folders/folder'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import Organization from '#app/organizations/organization'
import Application, { secureFileTransfer } from '#app/enrollment/application'
import ApplicationSubscription from '#app/enrollment/application_subscription'
import { now } from '#app/shared/clock'

export const password = 'correct-horse-7'

/**
 * The people of every test. Ada works for DOL: she owns a home folder and contributes to /DOL/SRR/Incoming.
 * Lena is DOL's liaison. Otto works for OPM and has nothing of DOL's; Olga is OPM's liaison.
 */
export async function theCast() {
  const dol = await agency('Department of Labor', 'DOL')
  const opm = await agency('Office of Policy and Management', 'OPM')
  const ada = await person(dol, 'ada', 'Ada Adams')
  const lena = await person(dol, 'lena', 'Lena Long', 'liaison')
  const otto = await person(opm, 'otto', 'Otto Orr')
  const olga = await person(opm, 'olga', 'Olga Oak', 'liaison')

  const root = await Folder.make(theService, { name: 'DOL', organizationId: dol.id })
  const srr = await Folder.make(theService, { name: 'SRR', organizationId: dol.id, parent: root })
  const incoming = await Folder.make(theService, {
    name: 'Incoming',
    organizationId: dol.id,
    parent: srr,
  })
  const adasHome = await home(ada)
  const ottosHome = await home(otto)
  await FolderSubscription.start(theService, incoming, ada, 'contributor')

  return { dol, opm, ada, lena, otto, olga, root, srr, incoming, adasHome, ottosHome }
}

export async function agency(name: string, shortName: string) {
  const organization = await Organization.enrol(theService, { kind: 'agency', name, shortName })
  const application = await Application.firstOrCreate(
    { key: secureFileTransfer },
    { name: 'Secure File Transfer' }
  )
  await ApplicationSubscription.create({
    organizationId: organization.id,
    applicationId: application.id,
    approvedAt: now(),
  })
  return organization
}

export async function person(
  organization: Organization,
  username: string,
  fullName: string,
  role?: Role
) {
  const account = await Account.open(theService, {
    organization,
    username,
    fullName,
    email: `${username}@example.gov`,
    password,
  })
  if (role) await account.related('grants').create({ role })
  await account.load('organization')
  await account.load('grants')
  return account
}

const home = (owner: Account) =>
  Folder.make(theService, { name: owner.username, organizationId: owner.organizationId, owner })

/** What the API and browser clients need for `loginAs`. */
export async function signedIn(account: Account) {
  account.origin = { address: '127.0.0.1', requestId: 'test' }
  account.session = await AccountSession.begin(account, 'test')
  return account
}
