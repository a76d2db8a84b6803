import Account from '#app/accounts/account'
import type { Trx } from '#app/shared/transaction'
import type HelpRequest from '#app/support/requests/help_request'
import type { Place } from '#app/support/requests/places'
import { HelpRequestStepSchema } from '#database/schema'
import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'

type Kind = 'note' | 'internal' | 'passed' | 'solved' | 'closed' | 'reopened'

/** One thing that happened to a help request: who wrote, passed, solved, closed or opened it again, and when. */
export default class HelpRequestStep extends HelpRequestStepSchema {
  declare kind: Kind
  declare passedFrom: Place | null
  declare passedTo: Place | null

  /** Null: the service itself. */
  @belongsTo(() => Account, { foreignKey: 'byId' })
  declare by: BelongsTo<typeof Account>

  static add(request: HelpRequest, step: Partial<HelpRequestStep>, trx: Trx) {
    return this.create({ ...step, helpRequestId: request.id }, { client: trx })
  }

  /** Whether the last thing that happened is this very one: a form was sent twice. */
  static async isRepeated(
    { id }: HelpRequest,
    { kind, byId, body }: Pick<HelpRequestStep, 'kind' | 'byId' | 'body'>,
    trx: Trx
  ) {
    const last = await this.query({ client: trx })
      .where('helpRequestId', id)
      .orderBy('id', 'desc')
      .first()
    return last?.kind === kind && last.byId === byId && last.body === body
  }
}
