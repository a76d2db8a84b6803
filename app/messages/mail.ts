import type { Trx } from '#app/shared/transaction'

/** What a message is about, as the outbox keeps it: ids and names, never a secret. */
export type Payload = Record<string, unknown>

/** One mail as a person will read it. */
interface Composition {
  subject: string
  /** A plain text under resources/views: "mails/<room>/<name>". */
  view: string
  data: Record<string, unknown>
}

/**
 * Writes the mail at the moment at which it is sent, so that it says what is true by then. What it needs to store
 * (a link's secret, say) it writes in `trx`: it lives from now on, and the outbox never held it. Null if nobody needs the mail any more.
 */
type Compose<P extends Payload> = (payload: P, trx: Trx) => Promise<Composition | null>

const kinds = new Map<string, Compose<any>>()

/** Declares a kind of mail. Each room declares its own, in `<noun>_mail.ts`, imported in start/rooms.ts. */
export function mail<P extends Payload = any>(kind: string, compose: Compose<P>) {
  if (kinds.has(kind)) throw new Error(`The mail "${kind}" is declared already`)
  kinds.set(kind, compose)
}

/** How a kind of mail is written. Throws if nobody declared it. */
export function composerOf(kind: string): Compose<Payload> {
  const compose = kinds.get(kind)
  if (!compose) throw new Error(`Nobody declared the mail "${kind}"`)
  return compose
}
