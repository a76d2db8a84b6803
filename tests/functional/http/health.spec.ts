import Message from '#app/messages/message'
import JobRun from '#app/schedule/job_run'
import { minute, now } from '#app/shared/clock'
import service from '#config/service'
import { undone } from '#tests/support/database'
import { test } from '@japa/runner'

const late = (status: 'queued' | 'sending') =>
  Message.create({
    kind: 'x',
    address: 'a@b.gov',
    payload: {},
    status,
    tries: 1,
    dueAt: now() - 11 * minute,
  })

test.group('Health', (group) => {
  group.each.setup(undone)

  test('the process lives', async ({ client, assert }) => {
    const response = await client.get('/health/live')
    response.assertStatus(200)
    response.assertBody({ status: 'live' })
    assert.isUndefined(response.header('set-cookie'))
  })

  test('the service is ready, and says so in words alone', async ({ client, assert }) => {
    const response = await client.get('/health/ready').header('Host', '192.0.2.7')
    response.assertStatus(200)
    response.assertBody({ status: 'ready', database: 'ok', storage: 'ok', outbox: 'ok' })
    assert.isUndefined(response.header('set-cookie'))
    assert.equal(response.header('cache-control'), 'no-store')
  })

  test('without its storage it is not', async ({ client, cleanup }) => {
    const { storagePath } = service
    cleanup(() => void Object.assign(service, { storagePath }))
    Object.assign(service, { storagePath: '/nowhere' })
    const response = await client.get('/health/ready')
    response.assertStatus(503)
    response.assertBodyContains({ status: 'unavailable', storage: 'failing', database: 'ok' })
  })

  test('an outbox that stands still is told, and sends nobody away', async ({ client }) => {
    await late('sending')
    const response = await client.get('/health/ready')
    response.assertStatus(200)
    response.assertBodyContains({ status: 'degraded', outbox: 'failing' })
  })

  test('mails that wait for a mail server are no standstill', async ({ client }) => {
    await late('queued')
    const run = { job: 'outbox.deliver', slot: now() - minute, runner: 'test', endedAt: now() }
    await JobRun.create({ ...run, outcome: 'done' })
    const response = await client.get('/health/ready')
    response.assertBodyContains({ status: 'ready', outbox: 'ok' })
  })

  test('there is nothing else to learn there', async ({ client }) => {
    for (const path of ['/health', '/health/', '/health/ready/x', '/health/env']) {
      const response = await client.get(path)
      response.assertStatus(404)
    }
    const response = await client.post('/health/live').redirects(0)
    response.assertStatus(404)
  })
})
