import { patience, WebServer } from '#app/doors/http/serving/web_server'
import { second } from '#app/shared/clock'
import app from '@adonisjs/core/services/app'
import logger from '@adonisjs/core/services/logger'
import server from '@adonisjs/core/services/server'
import type { RequestListener } from 'node:http'
import net from 'node:net'

/** How long it waits for whom is in one place: app/doors/http/serving/web_server.ts. */
export const webServer = (listener: RequestListener) => new WebServer(listener)

/**
 * Asked to end, the service takes nothing new and finishes what is under way; the web server cuts what takes longer
 * than half a minute. Whatever still hangs then (a door that does not close, a thread) is left behind (rule 37).
 */
export function endInTime() {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) app.listen(signal, end)

  /** Whoever started us is gone without a word: nobody could end us any more. */
  process.once('disconnect', end)
  process.channel?.unref()
}

let isEnding = false

/** However often it is asked: one signal may well arrive twice, from the shell and from whoever started us. */
async function end() {
  if (isEnding) return
  isEnding = true
  leaveAfter(patience.drainMs + 5 * second)
  await app.terminate()
  leaveAfter(second)
}

const leaveAfter = (ms: number) => void setTimeout(() => process.exit(), ms).unref()

/**
 * The last resort: a mistake in one request must not end everybody's (security rule 31). To end the process would cut
 * every upload under way; what counts is kept in transactions, not in memory.
 */
export function surviveMistakes() {
  const note = (error: unknown) => logger.fatal({ err: error }, 'Nobody caught this')
  process.on('uncaughtException', note)
  process.on('unhandledRejection', note)
}

const [ipv4, ipv6] = ['127.0.0.1', '::1']

/** Unless an operator says otherwise, only this machine is answered. */
export function chooseHost() {
  if (!process.env.HOST || process.env.HOST === 'localhost') process.env.HOST = ipv4
}

/** "localhost" means two addresses, and a client may try only one of them: both are answered. */
export async function answerOnLoopback() {
  if (process.env.HOST !== ipv4) return
  const web = server.getNodeServer()!
  const alias = net.createServer((socket) => web.emit('connection', socket))
  alias.on('error', () => {}) // A machine without IPv6, or a port that somebody else has there.
  alias.listen(Number(process.env.PORT ?? 3333), ipv6)
  app.terminating(() => void alias.close())
}
