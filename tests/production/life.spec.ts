import File from '#app/files/file'
import Message from '#app/messages/message'
import { tell } from '#app/messages/tell'
import Throttle from '#app/accounts/signing_in/throttle'
import { hour, now } from '#app/shared/clock'
import { inTransaction } from '#app/shared/transaction'
import { AnotherProcess } from '#tests/support/another_process'
import { password, theCast } from '#tests/support/cast'
import { formHeaders, multipart } from '#tests/support/multipart'
import { PostOffice } from '#tests/support/post_office'
import { until } from '#tests/support/until'
import { Visitor } from '#tests/support/visitor'
import { test } from '@japa/runner'
import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'

/** The cast is stored for good here: the other process must see it. */
let cast: ReturnType<typeof theCast>
const people = () => (cast ??= theCast())

const promised = async () => {
  const { ada } = await people()
  const payload = { accountId: ada.id, at: now() }
  return inTransaction((trx) => tell(ada, 'password_changed', payload, trx))
}

test.group('A process from start to end', (group) => {
  let waybill: AnotherProcess

  group.setup(async () => {
    waybill = await AnotherProcess.start({ JOBS: 'false', LOG_LEVEL: 'debug' })
    return async () => void (await waybill.end('SIGKILL'))
  })

  test('a mistake that nobody caught ends nothing and is in the log', async ({ assert }) => {
    waybill.child.kill('SIGUSR2')
    await waybill.untilItSays('A mistake')
    await waybill.untilItSays('Another mistake')
    const response = await fetch(`${waybill.origin}/health/ready`)
    assert.equal(response.status, 200)
    assert.lengthOf(
      waybill.log.filter(({ level }) => level === 60),
      2
    )
  })

  test('each line of the log is one event, whatever was asked for', async ({ assert }) => {
    const forged = encodeURIComponent('\r\n{"level":60,"msg":"forged"}')
    await fetch(`${waybill.origin}/sign-in?token=secret-in-query${forged}`, {
      headers: { 'user-agent': '{"level":60}', 'x-request-id': 'request-for-the-log' },
    })
    await fetch(`${waybill.origin}/password/reset/secret-in-path`)
    await until(() => waybill.log.some(({ route }) => route === '/password/reset/:token'))

    const line = waybill.log.find((entry) => entry.request_id === 'request-for-the-log')
    assert.containsSubset(line, { method: 'GET', route: '/sign-in', status: 200, msg: 'request' })
    assert.isNumber(line.ms)
    assert.isNull(line.account)
    assert.notMatch(waybill.lines.join('\n'), /secret-in-|forged/)
  })

  test('asked to end, it finishes the upload under way, and leaves with 0', async ({ assert }) => {
    const { ada } = await people()
    const visitor = new Visitor(waybill.origin)
    await visitor.signIn(ada.username, password)
    await visitor.visit('/home')
    const address = /action=["']([^"']*\/forms[^"']*)["']/.exec(visitor.page)![1]
    const body = multipart([
      { field: '_csrf', body: visitor.csrfToken },
      { field: 'mode', body: 'binary' },
      { field: 'do', body: 'upload' },
      { field: 'upload', filename: 'slow.bin', body: Buffer.alloc(400_000, 'x') },
    ])
    const headers = { ...formHeaders, 'cookie': visitor.cookie, 'content-length': body.length }
    const upload = request(new URL(address.replaceAll('&amp;', '&'), waybill.origin), {
      method: 'POST',
      headers,
    })
    upload.write(body.subarray(0, 200_000))
    await until(async () => (await fetch(`${waybill.origin}/health/live`)).ok)

    const ended = waybill.end('SIGTERM')
    await until(() =>
      fetch(`${waybill.origin}/health/live`).then(
        () => false,
        () => true
      )
    )
    upload.end(body.subarray(200_000))
    const [response] = (await once(upload, 'response')) as [IncomingMessage]
    response.resume()
    assert.equal(response.statusCode, 303)
    assert.equal(response.headers.connection, 'close')
    assert.equal(await ended, 0)
    const file = await File.findByOrFail('name', 'slow.bin')
    assert.equal(file.sizeBytes, 400_000)
  })
})

test.group('A process that begins anew', () => {
  test('remembers who failed too often, whichever process counted it', async ({
    assert,
    cleanup,
  }) => {
    const { otto } = await people()
    const first = await AnotherProcess.start({ JOBS: 'false' })
    cleanup(async () => void (await first.end('SIGKILL')))
    for (let tries = 0; tries < 6; tries++) {
      await new Visitor(first.origin).signIn(otto.username, `guess-${tries}`)
    }
    assert.equal(await first.end(), 0)

    const next = await AnotherProcess.start({ JOBS: 'false' })
    cleanup(async () => void (await next.end('SIGKILL')))
    const later = now() + hour
    await Throttle.query().whereLike('id', 'account:%').update({ openAt: later })
    const visitor = new Visitor(next.origin)
    await visitor.signIn(otto.username, password)
    assert.equal(visitor.location, '/sign-in')
    assert.include((await visitor.open('/sign-in')).page, 'That was tried too often.')
  })
})

test.group('Several processes with one outbox', (group) => {
  let office: PostOffice
  let processes: AnotherProcess[] = []
  const start = async () => {
    const waybill = await AnotherProcess.start({
      SMTP_HOST: '127.0.0.1',
      SMTP_PORT: String(office.port),
    })
    processes.push(waybill)
    return waybill
  }

  group.each.setup(async () => {
    await Message.query().update({ status: 'failed' })
    return async () => {
      await Promise.all(processes.map((waybill) => waybill.end('SIGKILL')))
      await office.close()
      processes = []
    }
  })

  test('each mail goes out once', async ({ assert }) => {
    office = await new PostOffice().open()
    const ids: string[] = []
    for (let n = 0; n < 30; n++) ids.push((await promised()).id)
    await Promise.all([start(), start()])
    const waiting = () => Message.query().whereNot('status', 'sent').whereIn('id', ids)
    await until(async () => !(await waiting()).length)
    assert.sameMembers(
      office.letters.map(({ messageId }) => messageId),
      ids.map((id) => `<${id}@localhost>`)
    )
    for (const waybill of processes) assert.equal(await waybill.end(), 0)
  })

  test('a mail whose worker was killed goes out when its lease is over', async ({ assert }) => {
    let isReading = false
    office = await new PostOffice().open({ onData: () => void (isReading = true) })
    const { id } = await promised()
    const first = await start()
    await until(() => isReading)
    await first.end('SIGKILL')
    await office.close()
    await office.open()

    const held = await Message.findOrFail(id)
    assert.equal(held.status, 'sending')
    await Message.query().where({ id }).update({ dueAt: now() })
    await start()
    await until(async () => (await Message.findOrFail(id)).status === 'sent')
    assert.lengthOf(office.letters, 1)
    assert.equal(office.letters[0].messageId, `<${id}@localhost>`)
  })
})
