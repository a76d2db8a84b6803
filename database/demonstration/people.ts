import Account from '#app/accounts/account'
import type { Role } from '#app/accounts/account_role'
import { theService } from '#app/audit/actor'
import Folder from '#app/folders/folder'
import type Organization from '#app/organizations/organization'
import type { Trx } from '#app/shared/transaction'
import type { Organizations } from '#database/demonstration/organizations'

/** Known to everybody who reads the documentation: these accounts are for trying the service, nothing else. */
const demonstrationPassword = 'Waybill-2026-demo'

interface Person {
  username: string
  fullName: string
  title: string
  phone?: string
  roles?: readonly Role[]
  /** Orders an agency's liaisons: 1 is the primary one. */
  rank?: number
  mustChangePassword?: boolean
}

/** Everybody has a home folder. The liaisons accept the terms for their agencies; Riverside's wait. */
export async function openAccounts({ terms, ...organizations }: Organizations, trx: Trx) {
  const { dol, opm, riverside, operations } = organizations
  const inOrganization = (organization: Organization) => (person: Person) =>
    openAccount(organization, person, trx)
  const [atDol, atOpm] = [inOrganization(dol), inOrganization(opm)]
  const [atRiverside, atOperations] = [inOrganization(riverside), inOrganization(operations)]

  const operator = await atOperations(people.operator)
  await atOperations(people.helpDesk)
  const liaison = await atDol(people.dolLiaison)
  await atDol(people.dolAlternate)
  const ada = await atDol(people.ada)
  await atDol(people.newHire)
  const opmLiaison = await atOpm(people.opmLiaison)
  const otto = await atOpm(people.otto)
  await atRiverside(people.riversideAdministrator)

  for (const administrator of [liaison, opmLiaison, operator]) {
    await terms.accept(administrator, trx)
  }
  return { liaison, ada, opmLiaison, otto }
}

export type People = Awaited<ReturnType<typeof openAccounts>>

async function openAccount(organization: Organization, person: Person, trx: Trx) {
  const { roles = [], rank, ...details } = person
  const email = `${details.username}@example.gov`
  const account = await Account.open(
    theService,
    { ...details, organization, email, password: demonstrationPassword },
    trx
  )
  for (const role of roles) {
    await account.related('grants').create({ role, rank }, { client: trx })
  }
  await Folder.make(
    theService,
    { name: account.username, organizationId: organization.id, owner: account },
    trx
  )
  return account
}

const people = {
  operator: {
    username: 'operator',
    fullName: 'Olive Ortiz',
    title: 'Service operator',
    phone: '860-555-0401',
    rank: 1,
    roles: ['operator', 'liaison'],
  },
  helpDesk: {
    username: 'helpdesk',
    fullName: 'Hank Hall',
    title: 'Help desk analyst',
    phone: '860-555-0409',
    roles: ['help_desk'],
  },
  dolLiaison: {
    username: 'dol.liaison',
    fullName: 'Lena Long',
    title: 'SFT Liaison',
    phone: '860-555-0110',
    roles: ['liaison'],
    rank: 1,
  },
  dolAlternate: {
    username: 'dol.liaison2',
    fullName: 'Luis Lopez',
    title: 'Alternate SFT Liaison',
    phone: '860-555-0111',
    roles: ['liaison'],
    rank: 2,
  },
  ada: {
    username: 'dol.ada',
    fullName: 'Ada Adams',
    title: 'Program analyst, SRR',
    phone: '860-555-0120',
  },
  newHire: {
    username: 'dol.newhire',
    fullName: 'Nia Novak',
    title: 'Examiner',
    mustChangePassword: true,
  },
  opmLiaison: {
    username: 'opm.liaison',
    fullName: 'Olga Oak',
    title: 'SFT Liaison',
    phone: '860-555-0210',
    roles: ['liaison'],
    rank: 1,
  },
  otto: {
    username: 'opm.otto',
    fullName: 'Otto Orr',
    title: 'Policy analyst',
    phone: '860-555-0220',
  },
  riversideAdministrator: {
    username: 'riverside.admin',
    fullName: 'Rita Rivers',
    title: 'Data services manager',
    phone: '860-555-0301',
    roles: ['organization_administrator'],
  },
} as const satisfies Record<string, Person>
