import AuditEntry from '#app/audit/audit_entry'
import { password, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { PlainClient } from '#tests/support/plain_client'
import { without } from '#tests/support/programs'
import { received } from '#tests/support/received'
import { test } from '@japa/runner'
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const mebibyte = 1024 ** 2

test.group('Downloads by curl', (group) => {
  let folder: string
  let target: string
  group.tap((each) => void each.skip(...without('curl', 'unzip')))
  group.each.setup(undone)
  group.each.setup(async () => {
    folder = await mkdtemp(join(tmpdir(), 'curl-'))
    target = join(folder, 'target')
    return () => rm(folder, { recursive: true })
  })

  async function adasCurl() {
    const cast = await theCast()
    const client = new PlainClient(`http://localhost:${process.env.PORT}`)
    await client.signIn('ada', password)
    const curl = (path: string, ...options: string[]) =>
      run('curl', ['-sSf', '-b', client.cookie, '-o', target, ...options, client.url + path])
    return { ...cast, curl }
  }

  test('a download that broke off goes on where it stopped, as one download', async ({
    assert,
  }) => {
    const { ada, incoming, curl } = await adasCurl()
    const bytes = randomBytes(3 * mebibyte + 17)
    const file = await received(incoming, ada, 'large.bin', bytes)
    await curl(`/files/${file.id}/download`, '-r', `0-${mebibyte + 4}`)
    const { size } = await stat(target)
    assert.equal(size, mebibyte + 5)

    await curl(`/files/${file.id}/download`, '-C', '-')
    assert.isTrue(bytes.equals(await readFile(target)))
    assert.lengthOf(await AuditEntry.about(file.id).where('event', 'file.downloaded'), 1)
  })

  test('what was kept whole needs nothing more', async ({ assert }) => {
    const { ada, incoming, curl } = await adasCurl()
    const bytes = randomBytes(5000)
    const file = await received(incoming, ada, 'small.bin', bytes)
    await writeFile(target, bytes)
    /** Some curls call it a failure that there is no further part (416), newer ones do not. */
    await curl(`/files/${file.id}/download`, '-C', '-').catch(() => {})
    assert.isTrue(bytes.equals(await readFile(target)))
  })

  test('a ZIP of 100 MB is whole', async ({ assert }) => {
    const { ada, incoming, curl } = await adasCurl()
    const bytes = randomBytes(25 * mebibyte)
    for (const name of ['a', 'ä', 'あ', '🚚']) await received(incoming, ada, name, bytes)
    await curl(`/folders/${incoming.id}/archive`)
    const { stdout } = await run('unzip', ['-t', target])
    assert.include(stdout, 'No errors detected')
    const inside = await run('unzip', ['-p', target, 'a'], {
      encoding: 'buffer',
      maxBuffer: 30 * mebibyte,
    })
    assert.isTrue(bytes.equals(inside.stdout))
  })
})
