import Account from '#app/accounts/account'
import { conceal } from '#app/audit/conceal'
import { permit } from '#app/audit/decide'
import type { Subject } from '#app/audit/actor'
import FileVersion from '#app/files/file_version'
import { mayKnowOf } from '#app/files/file_policy'
import Folder from '#app/folders/folder'
import { FileSchema } from '#database/schema'
import { belongsTo, hasMany } from '@adonisjs/lucid/orm'
import type { BelongsTo, HasMany } from '@adonisjs/lucid/types/relations'

/** What lies in a folder under one name. Its bytes belong to its versions; its waybill tells its story. */
export default class File extends FileSchema implements Subject {
  subjectType = 'file'

  @belongsTo(() => Folder)
  declare folder: BelongsTo<typeof Folder>

  @belongsTo(() => Account, { foreignKey: 'senderId' })
  declare sender: BelongsTo<typeof Account>

  @hasMany(() => FileVersion)
  declare versions: HasMany<typeof FileVersion>

  get subjectName() {
    return this.name
  }

  get organizationId() {
    return this.folder?.organizationId ?? null
  }

  get isDeleted() {
    return this.deletedAt !== null
  }

  /** A file that this person may know of, deleted ones included. Throws E_ROW_NOT_FOUND for any other. */
  static async findFor(account: Account, id: string) {
    const file = await this.query().where({ id }).preload('folder').preload('sender').firstOrFail()
    return (await mayKnowOf(account, file)) ? file : conceal(account, file)
  }

  /** The same for who wants it back: if the folder itself is deleted, they hear who can recover it. Throws a Refusal. */
  static async findToRestore(account: Account, id: string) {
    const file = await this.query().where({ id }).preload('folder').firstOrFail()
    if (file.folder.isDeleted) await permit(account, 'file.restore', file)
    return this.findFor(account, id)
  }

  /** Those of some files of a folder that this person may know of, in the order in which they are named. */
  static async knownTo(account: Account, folder: Folder, ids: string[]) {
    const files = await this.query().where('folderId', folder.id).whereIn('id', ids)
    const known: File[] = []
    for (const file of files.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))) {
      file.$setRelated('folder', folder)
      if (await mayKnowOf(account, file)) known.push(file)
    }
    return known
  }

  currentVersion() {
    return FileVersion.query().where({ fileId: this.id, number: this.versionNumber }).firstOrFail()
  }
}
