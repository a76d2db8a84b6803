import { blockOf } from '#tests/support/docs'
import { PlainClient } from '#tests/support/plain_client'
import {
  carryBuild,
  productionEnvironment,
  startProduction,
  temporaryFolder,
} from '#tests/support/production'
import { without } from '#tests/support/programs'
import { test } from '@japa/runner'
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const port = Number(process.env.PORT)

test.group('An update, as the page says', () => {
  test('readies the database without touching what is in it, and the trail is whole', async ({
    assert,
    cleanup,
  }) => {
    const { folder, remove } = await temporaryFolder()
    cleanup(remove)
    const env = productionEnvironment(folder, port)
    const former = await startProduction(env)
    await former.stop()

    const cwd = join(folder, 'new')
    await carryBuild(cwd)
    const follow = async (block: string) =>
      run('bash', ['-euo', 'pipefail', '-c', await blockOf('operators/update.md', block)], {
        cwd,
        env,
      })
    assert.include((await follow('prepare')).stdout, 'Ready')
    assert.match((await follow('verify')).stdout, /The trail is whole: \d{2,} entries/)

    const present = await startProduction(env)
    const client = new PlainClient(`http://localhost:${port}`)
    await client.signIn('dol.ada', 'Waybill-2026-demo')
    assert.include(await client.page('/home'), 'Read me first.txt')
    await present.stop()
  }).skip(...without('bash'))
})
