import { StallWatch } from '#app/doors/http/serving/stall_watch'
import { minute, second } from '#app/shared/clock'
import { Server, type RequestListener, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** How long the server waits for whom. */
export const patience = {
  /** For the head of a request. */
  headersMs: 30 * second,
  /** For the next byte of a request that has begun. */
  stallMs: minute,
  /** For a receiver to take the next bytes of an answer; a browser that comes back goes on where it stopped. */
  receiverMs: 5 * minute,
  /** For the next request on an open connection: longer than a proxy in front of us keeps it. */
  keepAliveMs: 75 * second,
  /** For requests under way when the service stops (security rule 37). */
  drainMs: 30 * second,
}

/** What a client may call its request, so that two logs can be compared; anything else is replaced by our own. */
const requestId = /^[\w-]{8,60}$/

/** The web's listener: patient with the slow, not with the stalled, and ready to stop at any time. */
export class WebServer extends Server {
  #sockets = new Set<Socket>()
  #answers = new Set<ServerResponse>()
  #isStopping = false
  readonly stallWatch: StallWatch

  constructor(
    handle: RequestListener,
    readonly limits = patience
  ) {
    super({
      requestTimeout: 0,
      headersTimeout: limits.headersMs,
      connectionsCheckingInterval: limits.headersMs / 4,
      keepAliveTimeout: limits.keepAliveMs,
      keepAlive: true,
      keepAliveInitialDelay: minute,
    })
    this.stallWatch = new StallWatch(limits)
    this.#welcome()
    this.on('request', handle)
  }

  #welcome() {
    this.on('connection', (socket) => {
      this.#sockets.add(socket)
      socket.once('close', () => this.#sockets.delete(socket))
    })
    this.on('request', (request, response) => {
      this.stallWatch.add(request, response)
      if (!requestId.test(String(request.headers['x-request-id']))) {
        delete request.headers['x-request-id']
      }
      this.#answers.add(response)
      response.once('close', () => this.#answers.delete(response))
      if (this.#isStopping) sayGoodbye(response)
    })
  }

  /** Takes no more connections, lets the requests under way end, and cuts what is left when the time is over. */
  override close(done?: (error?: Error) => void) {
    this.#isStopping = true
    this.#answers.forEach(sayGoodbye)
    const sweep = setInterval(() => this.#closeUnused(), second / 10)
    const cut = setTimeout(() => this.closeAllConnections(), this.limits.drainMs)
    return super.close((error) => {
      clearInterval(sweep)
      clearTimeout(cut)
      done?.(error)
    })
  }

  #closeUnused() {
    this.closeIdleConnections()
    for (const socket of this.#sockets) if (socket.bytesRead === 0) socket.destroy()
  }
}

/** No further request comes by this answer's connection. */
function sayGoodbye(answer: ServerResponse) {
  if (!answer.headersSent) answer.setHeader('Connection', 'close')
}
