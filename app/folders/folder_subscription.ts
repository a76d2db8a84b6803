import type { Actor } from '#app/audit/actor'
import { record } from '#app/audit/record'
import Account from '#app/accounts/account'
import Folder from '#app/folders/folder'
import type { Level } from '#app/folders/reach'
import { FolderSubscriptionSchema } from '#database/schema'
import type { Instant } from '#app/shared/clock'
import { inTransaction, type Trx } from '#app/shared/transaction'
import { belongsTo, scope } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'

/** An account's access to a folder and what lies below it, from when until when, granted by whom. */
export default class FolderSubscription extends FolderSubscriptionSchema {
  declare level: Level

  @belongsTo(() => Folder)
  declare folder: BelongsTo<typeof Folder>

  @belongsTo(() => Account)
  declare account: BelongsTo<typeof Account>

  static live = scope((query, asOf: Instant) =>
    query
      .whereNull('endedAt')
      .where((end) => end.whereNull('expiresAt').orWhere('expiresAt', '>', asOf))
  )

  static start(by: Actor, folder: Folder, account: Account, level: Level, outer?: Trx) {
    return inTransaction(async (trx) => {
      const subscription = await this.create(
        { folderId: folder.id, accountId: account.id, level, grantedBy: by.id },
        { client: trx }
      )
      const details = { account: account.actorName, accountId: account.id, level }
      await record('subscription.started', { actor: by, subject: folder, details }, trx)
      return subscription
    }, outer)
  }
}
