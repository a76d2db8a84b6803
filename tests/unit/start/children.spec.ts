import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import { spawn } from 'node:child_process'
import { once } from 'node:events'

const children = app.makeURL('bin/steps/children.mjs').href

/** Like `ace serve`: it hears SIGTERM and stays. */
const stubborn = `
  process.on('SIGTERM', () => {})
  process.on('SIGINT', () => process.exit(7))
  setInterval(() => {}, 1000)
  console.log('here')`

test.group('What npm start and npm run dev keep running', () => {
  test('ends with them, by the signal that it heeds', async ({ assert, cleanup }) => {
    const script = `
      import { keep } from ${JSON.stringify(children)}
      await keep(['--eval', ${JSON.stringify(stubborn)}], { endedBy: 'SIGINT' })`
    const keeper = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    cleanup(() => void keeper.kill('SIGINT'))
    await once(keeper.stdout, 'data')
    keeper.kill('SIGTERM')
    assert.deepEqual(await once(keeper, 'exit'), [7, null])
  }).timeout(10_000)
})
