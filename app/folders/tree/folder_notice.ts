import type Account from '#app/accounts/account'
import type Folder from '#app/folders/folder'
import { minute, type Instant } from '#app/shared/clock'
import type { Trx } from '#app/shared/transaction'
import { FolderNoticeSchema } from '#database/schema'

/** How long a person hears nothing more of a folder after a mail. */
const restFor = 15 * minute

/** When a person was last told of what arrived in a folder, and up to which instant. */
export default class FolderNotice extends FolderNoticeSchema {
  static lastOf({ id: folderId }: Folder, { id: accountId }: Account, trx: Trx) {
    return this.query({ client: trx }).where({ folderId, accountId }).forUpdate().first()
  }

  static async remember(
    { id: folderId }: Folder,
    { id: accountId }: Account,
    told: { toldAt: Instant; toldUntil: Instant },
    trx: Trx
  ) {
    await this.updateOrCreate({ folderId, accountId }, told, { client: trx })
  }

  isFresh(asOf: Instant) {
    return this.toldAt > asOf - restFor
  }
}
