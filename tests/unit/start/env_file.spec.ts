import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const step = (name: string) => JSON.stringify(app.makeURL(`bin/steps/${name}.mjs`).href)

/** What the first start does about the settings, where ENV_PATH names this folder. */
function makeEnvFile(folder: string) {
  const script = `
    import { makeEnvFile } from ${step('env_file')}
    import { complain } from ${step('place')}
    try { makeEnvFile() } catch (error) { complain(error) }`
  const env = { ...process.env, ENV_PATH: folder }
  return promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], { env })
}

test.group('The settings file', () => {
  test('is made once, for its owner alone, with a key of its own', async ({ assert, cleanup }) => {
    const folder = await mkdtemp(join(tmpdir(), 'waybill-settings-'))
    cleanup(() => rm(folder, { recursive: true }))
    await makeEnvFile(folder)
    const made = await readFile(join(folder, '.env'), 'utf8')
    assert.match(made, /^APP_KEY=.{43}$/m)
    assert.equal((await stat(join(folder, '.env'))).mode & 0o777, 0o600)
    await makeEnvFile(folder)
    assert.equal(await readFile(join(folder, '.env'), 'utf8'), made)
  })

  test('is not made where there is no folder for it', async ({ assert }) => {
    const nowhere = join(tmpdir(), 'waybill-no-such-folder')
    const { code, stderr } = await makeEnvFile(nowhere).catch((failed) => failed)
    assert.equal(code, 1)
    assert.equal(stderr.trim(), `ENV_PATH names ${nowhere}, and there is no such folder.`)
  })
})
