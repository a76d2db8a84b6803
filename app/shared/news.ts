import type { Trx } from '#app/shared/transaction'

type Hear<What> = (what: What, trx: Trx) => Promise<unknown>

/**
 * News of a room for the rooms above it, which it does not know: each hears it inside the transaction in which it
 * happened, so that all of it is stored, or nothing. Who hears what is declared once, when the rooms are opened.
 */
export class News<What> {
  #listeners = new Map<string, Hear<What>>()

  constructor(readonly name: string) {}

  /** `who` names the listener, so that one that is loaded twice hears once. */
  hear(who: string, listener: Hear<What>) {
    this.#listeners.set(who, listener)
  }

  async tell(what: What, trx: Trx) {
    for (const hear of this.#listeners.values()) await hear(what, trx)
  }
}
