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

async function explain(error: { code?: string; port?: number }) {
  if (error.code !== 'EADDRINUSE') return prettyPrintError(error)
  console.error(`Something else answers on port ${error.port} already. Set PORT to another one.`)
}
