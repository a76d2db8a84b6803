import type { Actor, Subject } from '#app/audit/actor'
import { conceal } from '#app/audit/conceal'
import { record } from '#app/audit/record'
import Account from '#app/accounts/account'
import FolderPlace from '#app/folders/tree/folder_place'
import { reachOf } from '#app/folders/reach'
import Organization from '#app/organizations/organization'
import type { Instant } from '#app/shared/clock'
import { nameKey } from '#app/shared/names'
import { inTransaction, type Trx } from '#app/shared/transaction'
import { FolderSchema } from '#database/schema'
import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { v7 as uuidv7 } from 'uuid'

interface NewFolder {
  name: string
  organizationId: string
  parent?: Folder
  owner?: Account
  isDropOff?: boolean
}

/** A node in an organization's tree. A home folder belongs to one account and has no parent. */
export default class Folder extends FolderSchema implements Subject {
  subjectType = 'folder'

  @belongsTo(() => Organization)
  declare organization: BelongsTo<typeof Organization>

  get subjectName() {
    return this.name
  }

  get isHome() {
    return this.ownerId !== null
  }

  /** The top of an agency's tree. */
  get isRoot() {
    return this.parentId === null && !this.isHome
  }

  /** With everything below it; whoever asks for its reach hears that there is none (reach.ts). */
  get isDeleted() {
    return Boolean(this.deletionId)
  }

  get tellsOfArrivals() {
    return Boolean(this.noticesFrom)
  }

  /** Ids from the root to this folder. */
  get lineageIds() {
    return this.lineage.split('/').filter(Boolean)
  }

  /** A folder that this person may see; any other is as if it did not exist. Throws E_ROW_NOT_FOUND. */
  static async findFor(account: Account, id: string) {
    const folder = await this.query().where({ id }).firstOrFail()
    return (await reachOf(account, folder)) ? folder : conceal(account, folder)
  }

  static homeOf(account: Account, trx?: Trx) {
    return this.query({ client: trx }).where('ownerId', account.id).first()
  }

  static make(by: Actor, { parent, owner, ...rest }: NewFolder, outer?: Trx) {
    return inTransaction(async (trx) => {
      const id = uuidv7()
      const folder = await this.create(
        {
          ...rest,
          id,
          parentId: parent?.id ?? null,
          ownerId: owner?.id ?? null,
          nameKey: nameKey(rest.name),
          lineage: `${parent?.lineage ?? '/'}${id}/`,
        },
        { client: trx }
      )
      await FolderPlace.begin([folder], trx)
      await record('folder.created', { actor: by, subject: folder }, trx)
      return folder
    }, outer)
  }

  /** Everybody whom it concerns was told of what came before that instant, unless notices were switched off meanwhile. */
  doneWithNotices(until: Instant) {
    return inTransaction((trx) =>
      Folder.query({ client: trx })
        .where({ id: this.id, noticesFrom: this.noticesFrom })
        .update({ noticesFrom: until })
    )
  }

  /** "/DOL/SRR/Incoming", or "/" for a person's home folder. */
  async path(trx?: Trx) {
    if (this.isHome) return '/'
    const names = await Folder.query({ client: trx })
      .whereIn('id', this.lineageIds)
      .select('id', 'name')
    const byId = new Map(names.map(({ id, name }) => [id, name]))
    return '/' + this.lineageIds.map((id) => byId.get(id)).join('/')
  }
}
