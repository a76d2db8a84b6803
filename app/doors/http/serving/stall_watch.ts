import { now, type Instant } from '#app/shared/clock'
import type { IncomingMessage, ServerResponse } from 'node:http'

/** Who is at the other end of a request, in one direction. */
interface Peer {
  limitMs: number
  /** How much it has sent, or taken. */
  doneBytes: () => number
  /** Whether it is its turn: nothing goes on before it does something. */
  isAwaited: () => boolean
  seenBytes: number
  since: Instant
}

/**
 * Drops requests whose sender has stopped in the middle, and answers whose receiver takes no more. How long either
 * takes in all is nobody's business (security rule 32): a slow but steady one goes on for days.
 */
export class StallWatch {
  #peers = new Map<IncomingMessage | ServerResponse, Peer>()

  constructor(readonly limits: { stallMs: number; receiverMs: number }) {
    setInterval(() => this.look(now()), limits.stallMs / 4).unref()
  }

  add(request: IncomingMessage, response: ServerResponse) {
    const { socket } = request
    this.#watch(request, {
      limitMs: this.limits.stallMs,
      doneBytes: () => socket.bytesRead,
      /** What was sent may wait for us to read it: the sender cannot go on then. */
      isAwaited: () => !request.complete && request.readableLength < request.readableHighWaterMark,
    })
    this.#watch(response, {
      limitMs: this.limits.receiverMs,
      doneBytes: () => socket.bytesWritten - socket.writableLength,
      isAwaited: () => socket.writableLength > 0,
    })
  }

  look(asOf: Instant) {
    for (const [end, peer] of this.#peers) {
      const doneBytes = peer.doneBytes()
      if (doneBytes !== peer.seenBytes || !peer.isAwaited()) {
        Object.assign(peer, { seenBytes: doneBytes, since: asOf })
      } else if (asOf - peer.since >= peer.limitMs) end.destroy()
    }
  }

  #watch(end: IncomingMessage | ServerResponse, peer: Omit<Peer, 'seenBytes' | 'since'>) {
    this.#peers.set(end, { ...peer, seenBytes: peer.doneBytes(), since: now() })
    end.once('close', () => this.#peers.delete(end))
  }
}
