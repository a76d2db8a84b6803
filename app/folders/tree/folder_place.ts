import type Folder from '#app/folders/folder'
import type { Instant } from '#app/shared/clock'
import { insertAll } from '#app/shared/insert_all'
import type { Trx } from '#app/shared/transaction'
import { FolderPlaceSchema } from '#database/schema'

/** Under which folder a folder stands or stood, from when until when: what access its place gave on any day. */
export default class FolderPlace extends FolderPlaceSchema {
  /** Where new folders stand from the moment at which they are made. */
  static begin(folders: Folder[], trx: Trx) {
    const places = folders.map(({ id: folderId, parentId, createdAt }) =>
      new this().fill({ folderId, parentId, createdAt })
    )
    return insertAll(places, trx)
  }

  /** One place ends at the instant at which the next one begins. */
  static async change(folder: Folder, at: Instant, trx: Trx) {
    await this.query({ client: trx })
      .where('folderId', folder.id)
      .whereNull('endedAt')
      .update({ endedAt: at })
    const { id: folderId, parentId } = folder
    await this.create({ folderId, parentId, createdAt: at }, { client: trx })
  }
}
