import { host, programs, startCluster, type Cluster } from '#tests/support/cluster'
import type { Curl } from '#tests/support/curl'
import { without } from '#tests/support/programs'
import { test } from '@japa/runner'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { request } from 'node:https'
import { join } from 'node:path'

const url = process.env.PRODUCTION_DATABASE_URL
const port = Number(process.env.PORT)
const noPostgres: [boolean, string] = [true, 'There is no PostgreSQL on this machine']

test.group('Two processes behind a load balancer, as the page says', (group) => {
  const skip = url ? without(...programs) : noPostgres
  let cluster: Cluster

  group.tap((each) => void each.skip(...skip))
  group.setup(async () => {
    if (!skip[0]) cluster = await startCluster(url!, port)
  })
  group.teardown(() => cluster?.stop())

  const adasCurl = async () => {
    const curl = await cluster.curl()
    await curl.open('/sign-in')
    await curl.send('/sign-in', { username: 'dol.ada', password: 'Waybill-2026-demo' })
    return curl
  }

  /** Which of the processes answered, by its port. */
  const servedBy = async (curl: Curl) => {
    const head = join(cluster.folder, 'head')
    await curl.open('/home', '-D', head)
    return /x-served-by: .*:(\d+)/i.exec(await readFile(head, 'utf8'))![1]
  }

  test('whoever signed in with one is signed in with the other', async ({ assert, cleanup }) => {
    const curl = await adasCurl()
    cleanup(() => curl.close())
    const seen = new Set<string>()
    for (let turn = 0; turn < 4; turn++) {
      seen.add(await servedBy(curl))
      assert.include(curl.text, 'Ada Adams')
    }
    assert.sameMembers([...seen], cluster.ports.map(String))
  })

  test('a file that one received is sent by both', async ({ assert, cleanup }) => {
    const curl = await adasCurl()
    cleanup(() => curl.close())
    const bytes = randomBytes(20_000_000)
    const [source, target] = [join(cluster.folder, 'large.bin'), join(cluster.folder, 'copy.bin')]
    await writeFile(source, bytes)
    await curl.open('/home')
    const form = /action=["']([^"']*\/forms[^"']*)["']/.exec(curl.page)![1].replaceAll('&amp;', '&')
    await curl.sendParts(form, 'mode=binary', 'do=upload', `upload=@${source}`)
    assert.include(curl.text, 'Uploaded large.bin.')

    await curl.open('/home')
    const [, id] = /\/files\/([0-9a-f-]{36})"[^>]*>\s*large\.bin/.exec(curl.page)!
    for (let turn = 0; turn < 2; turn++) {
      await curl.open(`/files/${id}/download`, '-o', target)
      assert.isTrue(bytes.equals(await readFile(target)))
    }
    for (const { storage } of cluster.machines) assert.isFalse(existsSync(join(storage, 'files')))
  })

  test('an upload reaches Waybill while it is sent: a no comes before its end', async ({
    assert,
  }) => {
    const upload = request({
      host: '127.0.0.1',
      port,
      servername: host,
      ca: cluster.certificate.cert,
      method: 'POST',
      path: '/sign-in',
      headers: { 'host': host, 'content-type': 'text/plain', 'content-length': 1_000_000_000 },
    })
    upload.on('error', () => {})
    upload.write(Buffer.alloc(100_000))
    const [answer] = await once(upload, 'response')
    assert.notEqual(answer.statusCode, 200)
    assert.include(cluster.ports.join(), answer.headers['x-served-by'].split(':').at(-1))
    upload.destroy()
  }).timeout(120_000)

  test('a process that ends is not missed', async ({ assert, cleanup }) => {
    const curl = await cluster.curl()
    cleanup(() => curl.close())
    const ended = cluster.machines[0].end()
    let isOver = false
    void ended.then(() => (isOver = true))
    for (let turn = 0; turn < 6 || !isOver; turn++) {
      assert.include(await curl.open('/sign-in', '--fail'), 'Sign In')
    }
    assert.equal(await ended, 0)
  })
})
