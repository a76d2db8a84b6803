import { deliverDue } from '#app/messages/deliver'
import { mail, type Payload } from '#app/messages/mail'
import { mailTexts } from '#app/messages/mail_text'
import Message, { lease, mostTries } from '#app/messages/message'
import { tell } from '#app/messages/tell'
import { day, hour, minute, now } from '#app/shared/clock'
import { inTransaction } from '#app/shared/transaction'
import { theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { PostOffice } from '#tests/support/post_office'
import { test } from '@japa/runner'

mailTexts.registerTemplate('test/parcel', {
  template: 'Dear {{ name }},\nyour file {{ file }} arrived.',
})
mail('test.parcel', async (data) => ({
  subject: `A file: ${data.file}`,
  view: 'test/parcel',
  data,
}))
mail('test.needless', async () => null)
mail('test.broken', async () => {
  throw new Error('The file cannot be found')
})

const promised = (payload: Payload = { name: 'Ada', file: 'a.txt' }, kind = 'test.parcel') =>
  inTransaction((trx) => tell({ id: null, email: 'ada@example.gov' }, kind, payload, trx))

test.group('Delivering mail', (group) => {
  let office: PostOffice
  const deliver = (asOf = now()) => deliverDue(asOf, { mailer: office.mailer() })

  group.each.setup(undone)
  group.each.setup(async () => {
    office = await new PostOffice().open()
    return () => office.close()
  })

  test('a mail arrives once, as it was written', async ({ assert }) => {
    const { id } = await promised({ name: "Ada O'Brien & <Co>", file: 'Größe 100%.txt' })
    assert.equal((await deliver()).sent, 1)
    assert.equal((await deliver(now() + day)).sent, 0)

    const [letter, ...others] = office.letters
    assert.lengthOf(others, 0)
    assert.deepEqual(letter.envelopeTo, ['ada@example.gov'])
    assert.equal(letter.subject, 'A file: Größe 100%.txt')
    assert.match(letter.text!, /^Dear Ada O'Brien & <Co>,\nyour file Größe 100%.txt arrived.\n/)
    assert.include(letter.text, 'http://localhost')
    assert.equal(letter.messageId, `<${id}@localhost>`)

    const message = await Message.findOrFail(id)
    assert.equal(message.status, 'sent')
    assert.equal(message.subjectLine, 'A file: Größe 100%.txt')
    assert.closeTo(message.sentAt!, now(), minute)
  })

  test('what was withdrawn is not sent, not even by a worker that has it in hand', async ({
    assert,
  }) => {
    const { ada } = await theCast()
    let isWritten = false
    mail('test.withdrawn', async () => {
      isWritten = true
      return null
    })
    const message = await inTransaction((trx) => tell(ada, 'test.withdrawn', {}, trx))
    const claim = Message.prototype.claim
    Message.prototype.claim = async function (asOf, trx) {
      const isClaimed = await claim.call(this, asOf, trx)
      await Message.withdraw(ada.id, ['test.withdrawn'], 'Not needed.', trx)
      return isClaimed
    }
    await deliver().finally(() => (Message.prototype.claim = claim))
    assert.isFalse(isWritten)
    assert.isEmpty(office.letters)
    const { status, failure } = await message.refresh()
    assert.deepEqual([status, failure], ['failed', 'Not needed.'])
  })

  test('a line break in what a person typed begins no header', async ({ assert }) => {
    await promised({ name: 'Ada', file: 'a\r\nBcc: eve@example.org\r\n\r\nHello' })
    await deliver()
    assert.deepEqual(office.letters[0].envelopeTo, ['ada@example.gov'])
    assert.isUndefined(office.letters[0].bcc)
    assert.equal(office.letters[0].subject, 'A file: a Bcc: eve@example.org Hello')
  })

  test('while the mail server is away mails wait, and all arrive when it is back', async ({
    assert,
  }) => {
    const ids = [(await promised()).id, (await promised()).id, (await promised()).id]
    await office.close()
    assert.deepEqual(await deliver(), { sent: 0, failed: 0, later: 0, away: 1 })

    const first = await Message.findOrFail(ids[0])
    assert.equal(first.status, 'queued')
    assert.match(first.failure!, /ECONNREFUSED/)
    assert.equal((await Message.findOrFail(ids[1])).tries, 0)

    await office.open()
    assert.equal((await deliver(now() + 2 * minute)).sent, 3)
    assert.sameMembers(
      office.letters.map(({ messageId }) => messageId),
      ids.map((id) => `<${id}@localhost>`)
    )
    assert.isNull((await Message.findOrFail(ids[0])).failure)
  })

  test('a server that is busy is asked again, later and later', async ({ assert }) => {
    const { id } = await promised()
    office.answer.to = PostOffice.no(451, 'Try again later')
    let asOf = now()
    const waits = []
    for (let tries = 1; tries <= 8; tries++) {
      assert.equal((await deliver(asOf)).later, 1)
      const message = await Message.findOrFail(id)
      waits.push(Math.round((message.dueAt - asOf) / minute))
      assert.match(message.failure!, /451 Try again later/)
      asOf = message.dueAt
    }
    assert.deepEqual(waits, [1, 2, 4, 8, 16, 32, 60, 60])

    office.answer = {}
    assert.equal((await deliver(asOf)).sent, 1)
    assert.lengthOf(office.letters, 1)
  })

  test('after the last try the reason stays, and nothing more is tried', async ({ assert }) => {
    const { id } = await promised()
    await Message.query()
      .where({ id })
      .update({ tries: mostTries - 1 })
    office.answer.letter = PostOffice.no(452, 'The mailbox is full')
    await deliver()
    const message = await Message.findOrFail(id)
    assert.equal(message.status, 'failed')
    assert.match(message.failure!, /The mailbox is full/)
    assert.deepEqual(await deliver(now() + day), { sent: 0, failed: 0, later: 0, away: 0 })
  })

  test('what the server will never take fails at once; the other mails go out', async ({
    assert,
  }) => {
    office.answer.to = PostOffice.no(550, 'No such person')
    const { id } = await promised()
    assert.equal((await deliver()).failed, 1)
    const message = await Message.findOrFail(id)
    assert.equal(message.status, 'failed')
    assert.match(message.failure!, /550 No such person/)

    office.answer = {}
    await promised()
    assert.equal((await deliver()).sent, 1)
    assert.lengthOf(office.letters, 1)
  })

  test('a mail that cannot be written holds up no other', async ({ assert }) => {
    await promised({}, 'test.broken')
    await promised({}, 'test.needless')
    await promised()
    assert.deepEqual(await deliver(), { sent: 1, failed: 1, later: 1, away: 0 })
    const [broken, needless] = await Message.query().orderBy('id')
    assert.equal(broken.failure, 'The file cannot be found')
    assert.equal(needless.failure, 'Nobody needs it any more.')
  })

  test('a message whose worker died comes back when its lease is over', async ({ assert }) => {
    const message = await promised()
    await inTransaction((trx) => message.claim(now(), trx))
    assert.equal((await deliver()).sent, 0)
    assert.equal((await deliver(now() + lease)).sent, 1)
    assert.lengthOf(office.letters, 1)
  })

  test('a worker that was thought dead cannot undo what the next one did', async ({ assert }) => {
    const slow = await promised()
    await inTransaction((trx) => slow.claim(now(), trx))
    await deliver(now() + hour)
    assert.isFalse(await inTransaction((trx) => slow.postpone('too slow', now(), trx)))
    assert.equal((await Message.findOrFail(slow.id)).status, 'sent')
  })

  test('a message is claimed by one of several', async ({ assert }) => {
    const { id } = await promised()
    const copies = [await Message.findOrFail(id), await Message.findOrFail(id)]
    const claims = []
    for (const copy of copies) claims.push(await inTransaction((trx) => copy.claim(now(), trx)))
    assert.deepEqual(claims, [true, false])
  })

  test('a round that is told to stop ends after the message under way', async ({ assert }) => {
    await promised()
    const signal = AbortSignal.abort()
    const count = await deliverDue(now(), { mailer: office.mailer(), signal })
    assert.equal(count.sent, 0)
    assert.equal((await Message.firstOrFail()).status, 'queued')
  })
})
