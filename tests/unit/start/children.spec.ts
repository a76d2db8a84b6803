import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'

const children = app.makeURL('bin/steps/children.mjs').href

const waits = `setInterval(() => {}, 1000); console.log('here')`

/** Like `ace serve`: it hears SIGTERM and stays. */
const stubborn = `
  process.on('SIGTERM', () => {})
  process.on('SIGINT', () => process.exit(7))
  ${waits}`

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

  test('is not begun when they were asked to end on the way', async ({ assert, cleanup }) => {
    const folder = await mkdtemp(join(tmpdir(), 'waybill-children-'))
    cleanup(() => rm(folder, { recursive: true }))
    const step = join(folder, 'step.mjs')
    await writeFile(step, `process.on('SIGTERM', () => process.exit(0)); ${waits}`)
    const script = `
      import { run } from ${JSON.stringify(children)}
      await run(${JSON.stringify(relative(app.makePath(), step))})
      console.log('went on')`
    const runner = spawn(process.execPath, ['--input-type=module', '--eval', script])
    let said = ''
    runner.stdout.on('data', (chunk) => (said += chunk))
    await once(runner.stdout, 'data')
    runner.kill('SIGTERM')
    assert.deepEqual(await once(runner, 'close'), [1, null])
    assert.equal(said, 'here\n')
  })
})
