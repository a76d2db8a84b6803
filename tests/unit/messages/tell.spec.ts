import { composerOf, mail } from '#app/messages/mail'
import Message from '#app/messages/message'
import { tell } from '#app/messages/tell'
import { outbox } from '#app/messages/outbox'
import { inTransaction } from '#app/shared/transaction'
import { undone } from '#tests/support/database'
import { until } from '#tests/support/until'
import { test } from '@japa/runner'

mail('test.tell', async () => ({ subject: 'Test', view: 'mails/test', data: {} }))

const told = (email: string | null) =>
  inTransaction((trx) => tell({ id: null, email }, 'test.tell', { name: 'a.txt' }, trx))

test.group('Telling somebody something', (group) => {
  group.each.setup(undone)
  group.each.teardown(() => outbox.stop())

  test('a promise is a row that waits in the outbox', async ({ assert }) => {
    const { id } = await told('ada@example.gov')
    const message = await Message.findOrFail(id)
    assert.equal(message.status, 'queued')
    assert.equal(message.address, 'ada@example.gov')
    assert.deepEqual(message.payload, { name: 'a.txt' })
  })

  test('nothing is promised when the action it speaks of is undone', async ({ assert }) => {
    const work = inTransaction(async (trx) => {
      await tell({ id: null, email: 'ada@example.gov' }, 'test.tell', {}, trx)
      throw new Error('undone')
    })
    await assert.rejects(() => work, 'undone')
    assert.lengthOf(await Message.all(), 0)
  })

  test('who has no address is on record as not reached, with the reason', async ({ assert }) => {
    const { status, failure } = await told(null)
    assert.equal(status, 'failed')
    assert.equal(failure, 'No mail address is known for this person.')
  })

  test('an address that is two, or that breaks the line, is not written to')
    .with(['a@b.gov, c@d.gov', 'a@b.gov\r\nBcc: c@d.gov', 'Ada <a@b.gov>', 'ada', 'a@b@c', 'a b@c'])
    .run(async ({ assert }, address) => {
      const { status } = await told(address)
      assert.equal(status, 'failed')
    })

  test('a kind that nobody declared throws at once', async ({ assert }) => {
    const work = () =>
      inTransaction((trx) => tell({ id: null, email: 'a@b.gov' }, 'test.unknown', {}, trx))
    await assert.rejects(work, 'Nobody declared the mail "test.unknown"')
    assert.throws(() => composerOf('test.unknown'))
  })

  test('a kind is declared once', ({ assert }) => {
    assert.throws(() => mail('test.tell', async () => ({ subject: '', view: '', data: {} })))
  })

  test('the worker is called after the commit, and not part of the transaction', async ({
    assert,
  }) => {
    let stored: unknown[] | undefined
    outbox.start(async () => {
      stored = await inTransaction((trx) => Message.query({ client: trx }).exec())
    })
    await told('ada@example.gov')
    await until(() => stored)
    assert.lengthOf(stored!, 1)
  })

  test('the worker is not called for what was undone', async ({ assert }) => {
    let calls = 0
    outbox.start(async () => calls++)
    const work = inTransaction(async (trx) => {
      await tell({ id: null, email: 'ada@example.gov' }, 'test.tell', {}, trx)
      throw new Error('undone')
    })
    await assert.rejects(() => work)
    await outbox.stop()
    assert.equal(calls, 0)
  })
})
