import { fileURLToPath } from 'node:url'

/** Runs the test suites: node ace.ts test [suite]. An operator's .env is never read: tests empty their database. */
const aside = new URL('../tmp/test/', import.meta.url)

Object.assign(process.env, {
  NODE_ENV: 'test',
  TZ: 'UTC',
  HOST: 'localhost',
  PORT: process.env.TEST_PORT ?? '4333',
  APP_KEY: 'for-tests-only-for-tests-only-for-tests',
  ENV_PATH: fileURLToPath(aside),
  STORAGE_PATH: fileURLToPath(new URL(process.env.DB_CONNECTION ?? 'sqlite', aside)),
  LOG_LEVEL: process.env.LOG_LEVEL ?? 'fatal',
  SESSION_DRIVER: 'bag',
})

import 'reflect-metadata'
import { Ignitor, prettyPrintError } from '@adonisjs/core'
import { configure, processCLIArgs, run } from '@japa/runner'

const APP_ROOT = new URL('../', import.meta.url)
const IMPORTER = (filePath: string) =>
  filePath.startsWith('./') || filePath.startsWith('../')
    ? import(new URL(filePath, APP_ROOT).href)
    : import(filePath)

new Ignitor(APP_ROOT, { importer: IMPORTER })
  .tap((app) => {
    app.booting(async () => {
      await import('#start/env')
    })
    app.listen('SIGTERM', () => app.terminate())
  })
  .testRunner()
  .configure(async (app) => {
    const { runnerHooks, ...config } = await import('../tests/bootstrap.js')

    processCLIArgs(process.argv.splice(2))
    configure({
      ...app.rcFile.tests,
      ...config,
      setup: runnerHooks.setup,
      teardown: [...runnerHooks.teardown, () => app.terminate()],
    })
  })
  .run(() => run())
  .catch((error) => {
    process.exitCode = 1
    prettyPrintError(error)
  })
