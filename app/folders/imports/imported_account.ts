import Account from '#app/accounts/account'
import { ImportedAccountSchema } from '#database/schema'
import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'

/** One account that an import opened, under the name that stood in its row. */
export default class ImportedAccount extends ImportedAccountSchema {
  declare undo: 'retired' | 'deactivated' | 'kept' | null

  @belongsTo(() => Account)
  declare account: BelongsTo<typeof Account>
}
