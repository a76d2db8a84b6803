import Account from '#app/accounts/account'
import AccountSession from '#app/accounts/sessions/account_session'
import { theService } from '#app/audit/actor'
import Application from '#app/enrollment/application'
import ApplicationSubscription from '#app/enrollment/application_subscription'
import Terms from '#app/enrollment/terms'
import TermsAcceptance from '#app/enrollment/terms_acceptance'
import File from '#app/files/file'
import FileVersion from '#app/files/file_version'
import Folder from '#app/folders/folder'
import FolderDeletion from '#app/folders/tree/folder_deletion'
import SubscriptionOffer from '#app/folders/offers/subscription_offer'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import Organization from '#app/organizations/organization'
import { day, hour, now } from '#app/shared/clock'
import { insertAll } from '#app/shared/insert_all'
import { inTransaction, type Trx } from '#app/shared/transaction'
import { theCast } from '#tests/support/cast'
import type { chance } from '#tests/support/random'
import { createHash } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'

type Chance = ReturnType<typeof chance>
type Cast = Awaited<ReturnType<typeof theCast>>

const agreements = ['active', 'none', 'ended', 'not_approved'] as const
const acceptances = ['current', 'none', 'old'] as const
/** Signing in costs the most, and is asked on many of the other ways as well. */
const aims = ['open_folder', 'upload', 'see_file'] as const
const whats = ['sign_in', 'sftp', ...aims, ...aims] as const
const places = ['shared', 'shared', 'shared', 'shared', 'own_home', 'home_of_other'] as const
const grants = [
  ...['none', 'live', 'live', 'live', 'live', 'above', 'above', 'expired', 'ended', 'elsewhere'],
  ...['offered', 'two', 'of_another'],
] as const
const levels = ['viewer', 'contributor', 'manager'] as const

/** Everything that bears on one try of one person, at random; the rows that make it so are stored by `store`. */
export interface State {
  what: (typeof whats)[number]
  username: string
  accountId: string
  folderId: string
  fileId: string | null
  place: (typeof places)[number]
  grant: string
  level: string
  isFolderDeleted: boolean
}

/** The words of the trouble in which nobody may get lost: one of so many is not as it should be. */
const seldom = (chance: Chance, of: number) => chance.below(of) === 0

export class StatesOfAccess {
  #rows = new Map<string, any[]>()

  private constructor(
    readonly chance: Chance,
    readonly cast: Cast,
    readonly organizations: Organization[],
    readonly terms: Terms,
    readonly deletionIds: string[]
  ) {}

  /** Organizations in every standing, and whoever runs them. */
  static async begin(chance: Chance) {
    const cast = await theCast()
    const application = await Application.builtIn()
    const old = await Terms.publish(theService, application, 'Old terms')
    const terms = await Terms.publish(theService, application, 'New terms')
    const organizations: Organization[] = []
    for (const isSuspended of [false, false, true]) {
      for (const agreement of agreements) {
        for (const acceptance of acceptances) {
          const organization = await Organization.create({
            ...{ kind: 'agency', name: `Agency ${organizations.length}` },
            shortName: `A${organizations.length}`,
            shortNameKey: `a${organizations.length}`,
            nameKey: `agency ${organizations.length}`,
            suspendedAt: isSuspended ? now() : null,
          })
          organizations.push(organization)
          await agree(organization, application, agreement)
          const accepted = { current: terms, old, none: null }[acceptance]
          if (accepted) {
            const { id: termsId, sha256 } = accepted
            const one = { termsId, sha256, organizationId: organization.id }
            await TermsAcceptance.create({ ...one, accountId: cast.lena.id })
          }
        }
      }
    }
    /** Whoever is well is the usual case: half of all people. */
    const well = organizations[0]
    const deletionIds = await deletionsIn(cast)
    const all = [...organizations, ...Array<Organization>(organizations.length * 2).fill(well)]
    return new StatesOfAccess(chance, cast, all, terms, deletionIds)
  }

  /** So many states that nobody thought of, stored. */
  async store(count: number) {
    this.#rows.clear()
    const states = Array.from({ length: count }, () => this.#state())
    await inTransaction(async (trx) => {
      for (const rows of this.#rows.values()) await storeRows(rows, trx)
    })
    return states
  }

  #keep(row: any) {
    const table = row.constructor.table ?? row.table
    this.#rows.set(table, [...(this.#rows.get(table) ?? []), row])
    return row
  }

  #state(): State {
    const { chance } = this
    const organization = chance.one(this.organizations)
    const account = this.#account(organization)
    this.#lock(account)
    this.#session(account)
    const place = chance.one(places)
    const folder = this.#folder(account, place)
    const { grant, level } = this.#grant(account, folder)
    const what = chance.one(whats)
    const fileId = what === 'see_file' ? this.#file(account, folder) : null
    const { id: accountId, username } = account
    const isFolderDeleted = folder.deletionId !== null
    return {
      what,
      username,
      accountId,
      folderId: folder.id,
      fileId,
      place,
      grant,
      level,
      isFolderDeleted,
    }
  }

  #account(organization: Organization): Account {
    const { chance } = this
    const id = uuidv7()
    const kind = chance.below(12)
    const username = `p${id.replaceAll('-', '')}`
    return this.#keep(
      new Account().fill({
        ...{ id, username, usernameKey: username, organizationId: organization.id },
        fullName: 'Pat Park',
        email: `${username}@example.gov`,
        credentialSource: kind === 0 ? 'directory' : 'local',
        passwordHash: kind < 3 ? null : 'right',
        passwordChangedAt: kind === 2 ? now() - day : null,
        lastSignedInAt: kind === 2 ? now() - day : null,
        passwordExpiresAt: chance.one([null, null, null, null, now() + day, now() - 1]),
        mustChangePassword: seldom(chance, 8),
        deactivatedAt: seldom(chance, 12) ? now() - hour : null,
        endsAt: chance.one([null, null, null, null, null, now() + day, now() - 1]),
        requestNotices: 'at_once',
      })
    )
  }

  /** As `patience` counts the tries of somebody on an unknown device. */
  #lock({ id, username }: Account) {
    if (!seldom(this.chance, 10)) return
    const key = createHash('sha256').update(username).digest('base64url')
    const openAt = this.chance.one([now() + hour, now() - 1])
    this.#keep({
      ...{ table: 'throttles', id: `account:${key}`, account_id: id },
      ...{ failures: 6, last_failed_at: now(), open_at: openAt },
    })
  }

  #session({ id }: Account) {
    const kind = this.chance.below(10)
    if (kind > 8) return
    this.#keep(
      new AccountSession().fill({
        accountId: id,
        address: '127.0.0.1',
        device: 'test',
        lastSeenAt: kind === 0 ? now() - day : now(),
        endedAt: kind === 1 ? now() : null,
      })
    )
  }

  #folder(account: Account, place: State['place']): Folder {
    const { chance } = this
    const { dol, srr, ottosHome } = this.cast
    const id = uuidv7()
    const parent = { shared: srr, home_of_other: ottosHome, own_home: null }[place]
    return this.#keep(
      new Folder().fill({
        ...{ id, name: `f${id}`, nameKey: `f${id}` },
        organizationId: place === 'shared' ? dol.id : account.organizationId,
        parentId: parent?.id ?? null,
        ownerId: place === 'own_home' ? account.id : null,
        lineage: `${parent?.lineage ?? '/'}${id}/`,
        isDropOff: seldom(chance, 3),
        deletionId: seldom(chance, 8) ? chance.one(this.deletionIds) : null,
        quotaBytes: chance.one([null, null, null, 1, 1000, 0]),
        ...{ fileCount: 0, sizeBytes: 0, keptBytes: chance.one([0, 0, 1]) },
      })
    )
  }

  #grant(account: Account, folder: Folder) {
    const { chance, cast } = this
    const [grant, level] = [chance.one(grants), chance.one(levels)]
    const give = (more: object) => this.#give(account, folder, { level, ...more })
    if (grant === 'live') give({ expiresAt: chance.one([null, now() + day]) })
    if (grant === 'above') give({ folderId: cast.srr.id })
    if (grant === 'elsewhere') give({ folderId: cast.incoming.id })
    if (grant === 'expired') give({ expiresAt: now() - 1 })
    if (grant === 'ended') give({ endedAt: now(), endedBecause: chance.one(endings) })
    if (grant === 'of_another') give({ accountId: cast.ada.id })
    if (grant === 'offered') this.#offer(account, folder)
    if (grant === 'two') {
      give({ level: 'viewer', folderId: cast.srr.id })
      give({ level: 'contributor' })
    }
    return { grant, level: grant === 'two' ? 'contributor' : level }
  }

  #give(account: Account, folder: Folder, more: object) {
    this.#keep(
      new FolderSubscription().fill({
        ...{ folderId: folder.id, accountId: account.id, grantedBy: this.cast.lena.id },
        ...{ expiresAt: null, endedAt: null, endedBecause: null },
        ...more,
      })
    )
  }

  #offer({ username, organizationId }: Account, folder: Folder) {
    this.#keep(
      new SubscriptionOffer().fill({
        ...{ folderId: folder.id, organizationId: folder.organizationId },
        ...{ askedOrganizationId: organizationId, named: username, namedKey: username },
        ...{ offeredBy: this.cast.lena.id, status: 'pending', level: 'viewer', purpose: 'Test' },
      })
    )
  }

  #file(account: Account, folder: Folder): string {
    const { chance } = this
    const id = uuidv7()
    const isDeleted = seldom(chance, 4)
    const senderId = chance.one([account.id, this.cast.otto.id])
    const sha256 = '0'.repeat(64)
    this.#keep(
      new File().fill({
        ...{
          id,
          folderId: folder.id,
          code: id.slice(-12),
          name: id,
          nameKey: id,
          senderId,
          sha256,
        },
        ...{ sizeBytes: 12, receivedAt: now(), purgeAt: now() + day, versionNumber: 1 },
        deletedAt: isDeleted ? now() - hour : null,
        destroyedAt: isDeleted && seldom(chance, 2) ? now() : null,
      })
    )
    this.#keep(
      new FileVersion().fill({
        ...{ fileId: id, number: 1, blobKey: `test/${id}`, sizeBytes: 12, sha256, senderId },
        transferMode: 'binary',
      })
    )
    return id
  }
}

const endings = ['ended', 'not_reviewed', 'organization_suspended', 'departed'] as const

async function agree(
  { id: organizationId }: Organization,
  { id: applicationId }: Application,
  agreement: (typeof agreements)[number]
) {
  if (agreement === 'none') return
  const one = { organizationId, applicationId }
  const approvedAt = agreement === 'not_approved' ? null : now()
  const endedAt = agreement === 'ended' ? now() : null
  await ApplicationSubscription.create({ ...one, approvedAt, endedAt })
}

/** One that can be taken back, and one that cannot. */
async function deletionsIn({ incoming, dol }: Cast) {
  const one = { folderId: incoming.id, organizationId: dol.id, path: '/DOL/SRR' }
  const counts = { folderCount: 1, fileCount: 0, sizeBytes: 0 }
  const open = await FolderDeletion.create({ ...one, ...counts })
  const over = await FolderDeletion.create({ ...one, ...counts, lapsedAt: now() })
  return [open.id, over.id]
}

async function storeRows(rows: any[], trx: Trx) {
  if (!rows[0].table) return insertAll(rows, trx)
  for (const { table, ...row } of rows) await trx.table(table).insert(row)
}
