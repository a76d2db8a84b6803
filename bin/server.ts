/**
 * Serves Waybill: web pages, jobs, and every other way in that is switched on. `--prepare` readies the database
 * first, which is what `npm start` does; several processes on one database are prepared once, by Ace.
 */
import 'reflect-metadata'
import { Ignitor, prettyPrintError } from '@adonisjs/core'

const APP_ROOT = new URL('../', import.meta.url)
const IMPORTER = (filePath: string) =>
  filePath.startsWith('./') || filePath.startsWith('../')
    ? import(new URL(filePath, APP_ROOT).href)
    : import(filePath)

let life: typeof import('#start/life')

new Ignitor(APP_ROOT, { importer: IMPORTER })
  .tap((app) => {
    app.booting(async () => {
      await import('#start/env')
      life = await import('#start/life')
      life.chooseHost()
      life.endInTime()
    })
    if (process.argv.includes('--prepare')) {
      app.starting(async () => {
        const { prepare } = await import('#start/prepare')
        const waybill = await prepare()
        app.ready(async () => void process.send?.({ waybill }))
      })
    }
    app.starting(() => life.surviveMistakes())
    app.ready(() => life.answerOnLoopback())
  })
  .httpServer()
  .start((listener) => life.webServer(listener))
  .catch(async (error) => {
    await explain(error)
    /** What was opened on the way, a database for one, would keep a process alive that serves nobody. */
    process.exit(1)
  })

interface Refused {
  code?: string
  address?: string
  port?: number
}

/** What the machine says when it does not let us answer at an address. */
const reasons: Record<string, (refused: Refused) => string> = {
  EADDRINUSE: ({ port }) =>
    `Something else answers on port ${port} already. Set PORT to another one.`,
  EADDRNOTAVAIL: ({ address }) =>
    `This machine has no address ${address}. Set HOST to one of its own.`,
  EACCES: ({ port }) => `Port ${port} is not open to this user. Set PORT to one above 1023.`,
}

async function explain(error: Refused) {
  const reason = reasons[error.code ?? '']
  if (!error.port || !reason) return prettyPrintError(error)
  console.error(reason(error))
}
