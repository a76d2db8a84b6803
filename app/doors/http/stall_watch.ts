import { now, type Instant } from '#app/shared/clock'
import type { IncomingMessage } from 'node:http'

/**
 * Drops requests whose sender has stopped in the middle. How long an upload takes in all is nobody's business
 * (security rule 32): a slow but steady one goes on for days.
 */
export class StallWatch {
  #incoming = new Map<IncomingMessage, { bytes: number; since: Instant }>()

  constructor(readonly limitMs: number) {
    setInterval(() => this.#look(), limitMs / 4).unref()
  }

  add(request: IncomingMessage) {
    this.#sawProgress(request)
    request.once('close', () => this.#incoming.delete(request))
  }

  #sawProgress(request: IncomingMessage) {
    this.#incoming.set(request, { bytes: request.socket.bytesRead, since: now() })
  }

  #look() {
    for (const [request, seen] of this.#incoming) {
      const bytes = request.socket.bytesRead
      if (request.complete) this.#incoming.delete(request)
      else if (bytes !== seen.bytes || isOurTurn(request)) this.#sawProgress(request)
      else if (now() - seen.since >= this.limitMs) request.destroy()
    }
  }
}

/** What was sent waits for us to read it: the sender cannot go on. */
const isOurTurn = (request: IncomingMessage) =>
  request.readableLength >= request.readableHighWaterMark
