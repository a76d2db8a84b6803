import { deliverDue } from '#app/messages/deliver'
import { mail } from '#app/messages/mail'
import { mailTexts } from '#app/messages/mail_text'
import Message from '#app/messages/message'
import { tell } from '#app/messages/tell'
import { outbox } from '#app/messages/outbox'
import { now } from '#app/shared/clock'
import { inTransaction } from '#app/shared/transaction'
import service from '#config/service'
import { undone } from '#tests/support/database'
import { until } from '#tests/support/until'
import { test } from '@japa/runner'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import PostalMime from 'postal-mime'

const folder = join(service.storagePath, 'mail')
mailTexts.registerTemplate('test/note', {
  template: 'It arrived {{ when(at) }}. {{ link("/home") }}',
})
mail('test.note', async (data) => ({ subject: 'A note', view: 'test/note', data }))

const promised = () =>
  inTransaction((trx) =>
    tell({ id: null, email: 'ada@example.gov' }, 'test.note', { at: Date.UTC(2026, 6, 1, 16) }, trx)
  )

test.group('Mail without a mail server', (group) => {
  group.each.setup(undone)
  group.each.setup(() => rm(folder, { recursive: true, force: true }))

  test('each mail is a file that any mail program opens', async ({ assert }) => {
    const { id } = await promised()
    await deliverDue(now())
    assert.deepEqual(await readdir(folder), [`${id}.eml`])

    const letter = await PostalMime.parse(await readFile(join(folder, `${id}.eml`)))
    assert.equal(letter.to![0].address, 'ada@example.gov')
    assert.equal(letter.subject, 'A note')
    assert.match(letter.text!, /^It arrived Wednesday, July 1, 2026 at 12:00 PM EDT\./)
    assert.include(letter.text, `${service.url}/home`)
  })

  test('a repeated try leaves one file', async ({ assert }) => {
    const { id } = await promised()
    await deliverDue(now())
    await Message.query().where({ id }).update({ status: 'queued' })
    await deliverDue(now())
    assert.lengthOf(await readdir(folder), 1)
  })

  test('a mail goes out as soon as what it speaks of is committed', async ({ assert }) => {
    outbox.start((signal) => deliverDue(now(), { signal }))
    await promised()
    await promised()
    const sent = () => Message.query().where('status', 'sent')
    await until(async () => (await sent()).length === 2)
    await outbox.stop()
    assert.lengthOf(await readdir(folder), 2)
  })
})
