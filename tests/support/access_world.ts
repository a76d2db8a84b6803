import Account from '#app/accounts/account'
import AccountDeactivation from '#app/accounts/keeping/account_deactivation'
import { theService } from '#app/audit/actor'
import { decide } from '#app/audit/decide'
import Folder from '#app/folders/folder'
import FolderDeletion, { deleteFolder } from '#app/folders/tree/folder_deletion'
import { moveFolder } from '#app/folders/tree/folder_move'
import { recoverFolder } from '#app/folders/tree/folder_recovery'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import type { Level } from '#app/folders/reach'
import { closeExpired } from '#app/folders/subscriptions/subscription_expiry'
import { day, hour, minute, now } from '#app/shared/clock'
import { inTransaction } from '#app/shared/transaction'
import OrganizationSuspension from '#app/organizations/organization_suspension'
import { person, theCast } from '#tests/support/cast'
import type { chance } from '#tests/support/random'

type Chance = ReturnType<typeof chance>
/** Whoever may do everything: what is decided about others is in question here, not who keeps folders. */
const service = theService as unknown as Account
const levels: Level[] = ['viewer', 'contributor', 'manager']

/** What somebody may do somewhere, as the one decision says it. */
export type Answer = 'nothing' | 'list' | 'upload'

interface PlainGrant {
  folder: string
  person: string
  level: Level
  until: number
}

/**
 * Two agencies that live at random, and beside them the plainest account of the same: who was given what, what stands where. It
 * knows nothing of rows, lineages or queries.
 */
export class AccessWorld {
  log: string[] = []
  grants: PlainGrant[] = []
  parents = new Map<string, string | null>()
  gone = new Set<string>()
  owners = new Map<string, string>()
  inactive = new Set<string>()
  ends = new Map<string, number>()
  shut = new Set<string>()
  home = new Map<string, string>()

  private constructor(
    readonly cast: Awaited<ReturnType<typeof theCast>>,
    readonly chance: Chance,
    readonly pass: (ms: number) => void
  ) {}

  static async begin(chance: Chance, pass: (ms: number) => void) {
    const world = new AccessWorld(await theCast(), chance, pass)
    const { dol, opm, ada, otto, root, srr, incoming, adasHome, ottosHome } = world.cast
    const ann = await person(dol, 'ann', 'Ann Ash')
    for (const one of [ada, ann, otto]) world.home.set(one.id, one.organizationId)
    for (const folder of [root, srr, incoming]) world.#know(folder)
    for (const folder of [adasHome, ottosHome]) world.#know(folder)
    const names = ['Wages', 'Claims', 'Audit']
    for (const name of names) await world.#make(name, world.#folder(chance.one([root, srr])))
    const opmRoot = await Folder.make(theService, { name: 'OPM', organizationId: opm.id })
    world.#know(opmRoot)
    world.grants.push({
      folder: incoming.id,
      person: ada.id,
      level: 'contributor',
      until: Infinity,
    })
    return world
  }

  get people() {
    return [...this.home.keys()]
  }

  get folders() {
    return [...this.parents.keys()]
  }

  /** Lets one thing happen. */
  async step() {
    this.pass(1 + this.chance.below(3 * hour))
    const happenings = [
      ...[this.#grant, this.#grant, this.#grant, this.#change, this.#end],
      ...[this.#move, this.#delete, this.#recover, this.#recover],
      ...[this.#deactivate, this.#reactivate, this.#reactivate, this.#suspend, this.#reinstate],
    ]
    await this.chance.one(happenings).call(this)
    if (this.chance.below(6) === 0) this.pass(this.chance.below(2 * day))
    /** Else the very instant is asked for: what begins then holds, what ends then does not. */
    if (this.chance.below(2)) this.pass(minute)
    await this.#closeEnded()
  }

  /** What the plain account says of everybody everywhere at this instant. */
  expected() {
    const at = now()
    return this.#everywhere((personId, folderId) => this.#plainly(personId, folderId, at))
  }

  /** What the service decides, asked of people who have just signed in. */
  async decided() {
    const answers: Record<string, Answer> = {}
    const folders = await Folder.query().whereIn('id', this.folders)
    for (const id of this.people) {
      for (const folder of folders) {
        const who = await Account.query()
          .where({ id })
          .preload('organization')
          .preload('grants')
          .firstOrFail()
        const lists = (await decide(who, 'folder.list', folder)).allowed
        const uploads = (await decide(who, 'folder.upload', folder)).allowed
        answers[`${id} ${folder.id}`] = uploads ? 'upload' : lists ? 'list' : 'nothing'
      }
    }
    return answers
  }

  #everywhere(answer: (personId: string, folderId: string) => Answer) {
    const pairs = this.people.flatMap((one) => this.folders.map((folder) => [one, folder] as const))
    return Object.fromEntries(
      pairs.map(([one, folder]) => [`${one} ${folder}`, answer(one, folder)])
    )
  }

  #plainly(personId: string, folderId: string, at: number): Answer {
    const organization = this.home.get(personId)!
    if (this.#isOut(personId, at) || this.shut.has(organization)) return 'nothing'
    const way = this.#way(folderId)
    if (way.some((id) => this.gone.has(id))) return 'nothing'
    if (this.owners.get(folderId) === personId) return 'upload'
    const had = this.grants
      .filter((grant) => grant.person === personId && way.includes(grant.folder))
      .filter(({ until }) => until > at)
    if (!had.length) return 'nothing'
    return had.some(({ level }) => level !== 'viewer') ? 'upload' : 'list'
  }

  #isOut(personId: string, at: number) {
    return this.inactive.has(personId) || (this.ends.get(personId) ?? Infinity) <= at
  }

  #way(folderId: string): string[] {
    const parent = this.parents.get(folderId)
    return parent ? [...this.#way(parent), folderId] : [folderId]
  }

  #know(folder: Folder) {
    this.parents.set(folder.id, folder.parentId)
    if (folder.ownerId) this.owners.set(folder.id, folder.ownerId)
  }

  #folder = (folder: Folder) => folder

  async #make(name: string, parent: Folder) {
    const { organizationId } = parent
    this.#know(await Folder.make(theService, { name, organizationId, parent }))
  }

  /** A folder that is neither a home nor deleted. */
  #someFolder() {
    const there = this.folders.filter(
      (id) => !this.owners.has(id) && !this.#way(id).some((above) => this.gone.has(above))
    )
    return this.chance.one(there)
  }

  async #grant() {
    const [folderId, personId] = [this.#someFolder(), this.chance.one(this.people)]
    const live = this.#live(folderId, personId)
    const account = await Account.findOrFail(personId)
    const folder = await Folder.findOrFail(folderId)
    const isOut = this.#isOut(personId, now()) || this.shut.has(account.organizationId)
    if (live || isOut || this.shut.has(folder.organizationId)) return
    const level = this.chance.one(levels)
    const until = this.chance.below(3) ? Infinity : now() + hour + this.chance.below(2 * day)
    const expiresAt = until === Infinity ? null : until
    this.log.push(
      `${now()}: grant ${folder.name} to ${account.username} as ${level} until ${until}`
    )
    await FolderSubscription.start(this.cast.lena, folder, account, { level, expiresAt })
    this.grants.push({ folder: folderId, person: personId, level, until })
  }

  /** Ended and replaced by another level. */
  async #change() {
    const grant = this.#someGrant()
    if (!grant) return
    const row = await this.#row(grant)
    const level = this.chance.one(levels)
    this.log.push(`${now()}: change ${row.folder.name} of ${row.account.username} to ${level}`)
    await inTransaction(async (trx) => {
      await row.close(theService, 'changed', trx)
      const expiresAt = row.expiresAt
      const terms = { level, expiresAt, replacesId: row.id }
      await FolderSubscription.start(theService, row.folder, row.account, terms, trx)
    })
    grant.level = level
  }

  async #end() {
    const grant = this.#someGrant()
    if (!grant) return
    const row = await this.#row(grant)
    this.log.push(`${now()}: end ${row.folder.name} of ${row.account.username}`)
    await inTransaction((trx) => row.close(theService, 'ended', trx))
    this.grants = this.grants.filter((other) => other !== grant)
  }

  async #move() {
    const [id, to] = [this.#someFolder(), this.#someFolder()]
    const { root } = this.cast
    const isOurs = this.#way(id)[0] === root.id && this.#way(to)[0] === root.id
    if (!isOurs || id === root.id || this.#way(to).includes(id) || this.parents.get(id) === to)
      return
    this.log.push(`${now()}: move ${id} under ${to}`)
    const moved = await moveFolder(
      service,
      await Folder.findOrFail(id),
      await Folder.findOrFail(to)
    )
    if (moved === 'moved') this.parents.set(id, to)
  }

  async #delete() {
    const id = this.#someFolder()
    if (this.parents.get(id) === null || this.chance.below(2)) return
    this.log.push(`${now()}: delete ${id}`)
    await deleteFolder(service, await Folder.findOrFail(id))
    this.gone.add(id)
  }

  async #recover() {
    const [id] = [...this.gone].filter(
      (gone) =>
        !this.#way(gone)
          .slice(0, -1)
          .some((above) => this.gone.has(above))
    )
    if (!id) return
    this.log.push(`${now()}: recover ${id}`)
    const { deletionId } = await Folder.findOrFail(id)
    await recoverFolder(service, await FolderDeletion.findOrFail(deletionId!))
    this.gone.delete(id)
  }

  async #deactivate() {
    const id = this.chance.one(this.people)
    if (this.#isOut(id, now())) return
    const account = await Account.findOrFail(id)
    this.log.push(`${now()}: deactivate ${account.username}`)
    if (this.chance.below(2)) {
      const endsAt = now() + minute + this.chance.below(day)
      await account.merge({ endsAt }).save()
      this.ends.set(id, endsAt)
    } else {
      await AccountDeactivation.begin(theService, account, 'Test')
      this.#leave(id)
    }
  }

  async #reactivate() {
    const [id] = this.inactive
    if (!id) return
    const account = await Account.findOrFail(id)
    this.log.push(`${now()}: reactivate ${account.username}`)
    await AccountDeactivation.end(theService, account, 'Test', null)
    this.inactive.delete(id)
    this.ends.delete(id)
  }

  async #suspend() {
    const { opm, dol } = this.cast
    const organization = this.chance.one([opm, opm, dol])
    if (this.shut.has(organization.id) || this.chance.below(3)) return
    this.log.push(`${now()}: suspend ${organization.shortName}`)
    await OrganizationSuspension.begin(theService, await organization.refresh(), 'Test')
    this.shut.add(organization.id)
    const isShared = (grant: PlainGrant) =>
      this.#keeperOf(grant.folder) !== this.home.get(grant.person)
    const concerns = (grant: PlainGrant) =>
      [this.#keeperOf(grant.folder), this.home.get(grant.person)].includes(organization.id)
    this.grants = this.grants.filter((grant) => !(isShared(grant) && concerns(grant)))
  }

  async #reinstate() {
    const [id] = this.shut
    if (!id) return
    const organization = [this.cast.dol, this.cast.opm].find((one) => one.id === id)!
    this.log.push(`${now()}: reinstate ${organization.shortName}`)
    await OrganizationSuspension.end(theService, await organization.refresh(), 'Test')
    this.shut.delete(id)
  }

  /** The jobs that close what is over by its day. */
  async #closeEnded() {
    if (this.chance.below(2)) await closeExpired(now())
    await AccountDeactivation.closeEnded(now())
    for (const [id, at] of this.ends) if (at <= now() && !this.inactive.has(id)) this.#leave(id)
  }

  /** What somebody had with others is gone for good. */
  #leave(id: string) {
    this.inactive.add(id)
    this.grants = this.grants.filter(
      (grant) => grant.person !== id || this.#keeperOf(grant.folder) === this.home.get(id)
    )
  }

  #keeperOf(folderId: string) {
    const [top] = this.#way(folderId)
    const owner = this.owners.get(top)
    const { dol, opm, root } = this.cast
    if (owner) return this.home.get(owner)!
    return top === root.id ? dol.id : opm.id
  }

  #live(folderId: string, personId: string) {
    return this.grants.find(
      ({ folder, person: who, until }) => folder === folderId && who === personId && until > now()
    )
  }

  #someGrant() {
    const live = this.grants.filter(({ until }) => until > now())
    return live.length ? this.chance.one(live) : undefined
  }

  #row({ folder, person: account }: PlainGrant) {
    return FolderSubscription.query()
      .where({ folderId: folder, accountId: account })
      .whereNull('endedAt')
      .preload('folder')
      .preload('account')
      .firstOrFail()
  }
}
