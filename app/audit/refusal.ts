import type { Decision } from '#app/audit/decide'
import type { Undone } from '#app/shared/transaction'
import { Exception } from '@adonisjs/core/exceptions'

type No = Extract<Decision, { allowed: false }>

/** An action that was decided against. Doors turn it into a page, a status or a line. */
export class Refusal extends Exception implements Undone {
  static code = 'E_REFUSED'

  constructor(
    readonly decision: No,
    /** Writes the trail's entry once the transaction that it was refused in is undone. */
    readonly afterRollback?: () => Promise<unknown>
  ) {
    super(decision.sentence, { status: decision.hidden ? 404 : 403, code: Refusal.code })
  }
}
