import Account from '#app/accounts/account'
import type { Entry } from '#app/support/records/entry'
import { QuickReferenceChangeSchema } from '#database/schema'
import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'

/** One change of one entry: how it was, how it became, who did it. Without "before" it was added, without "after" removed. */
export default class QuickReferenceChange extends QuickReferenceChangeSchema {
  static table = 'quick_reference_changes'

  declare before: Entry | null
  declare after: Entry | null

  @belongsTo(() => Account)
  declare account: BelongsTo<typeof Account>
}
