import { deliverDue } from '#app/messages/deliver'
import { mail } from '#app/messages/mail'
import { mailTexts } from '#app/messages/mail_text'
import Message from '#app/messages/message'
import { tell } from '#app/messages/tell'
import { now } from '#app/shared/clock'
import { inTransaction } from '#app/shared/transaction'
import { smtp } from '#config/mail'
import { certificateFor } from '#tests/support/certificate'
import { undone } from '#tests/support/database'
import { PostOffice } from '#tests/support/post_office'
import { without } from '#tests/support/programs'
import { test } from '@japa/runner'

mailTexts.registerTemplate('test/sealed', { template: 'Nobody reads this on the way.' })
mail('test.sealed', async () => ({ subject: 'Sealed', view: 'test/sealed', data: {} }))

type Certificate = Awaited<ReturnType<typeof certificateFor>>

/** Each way to encrypt: how the server offers it, and what Waybill is told. */
const ways = [
  { name: 'STARTTLS', server: { secure: false, disabledCommands: [] }, client: {} },
  { name: 'TLS from the first byte', server: { secure: true }, client: { secure: true } },
]

test.group('Mail over an encrypted line', (group) => {
  const office = new PostOffice()
  let own: Certificate
  let anothers: Certificate

  group.tap((each) => void each.skip(...without('openssl')))
  group.setup(async () => {
    if (without('openssl')[0]) return
    own = await certificateFor('127.0.0.1')
    anothers = await certificateFor('mail.elsewhere.example')
  })
  group.teardown(async () => {
    await Promise.all([own?.remove(), anothers?.remove()])
  })
  group.each.setup(undone)
  group.each.setup(() => async () => {
    await office.close()
    office.letters = []
  })

  /** A promised mail is tried once; what became of it. */
  async function tried(settings: object) {
    const to = { id: null, email: 'ada@example.gov' }
    const { id } = await inTransaction((trx) => tell(to, 'test.sealed', {}, trx))
    await deliverDue(now(), { mailer: office.mailer(settings) })
    return Message.findOrFail(id)
  }

  for (const { name, server, client } of ways) {
    const open = ({ key, cert }: Certificate) => office.open({ ...server, key, cert })
    const trusting = ({ cert }: Certificate) => ({ ...client, tls: { ...smtp.tls, ca: cert } })

    test(`${name}: it goes to a server whose certificate is good`, async ({ assert }) => {
      await open(own)
      assert.equal((await tried(trusting(own))).status, 'sent')
      assert.deepEqual(
        office.letters.map(({ isEncrypted }) => isEncrypted),
        [true]
      )
    })

    test(`${name}: it waits when nobody vouches for the certificate`, async ({ assert }) => {
      await open(own)
      const message = await tried(client)
      assert.equal(message.status, 'queued')
      assert.match(message.failure!, /certificate/)
      assert.isEmpty(office.letters)
    })

    test(`${name}: it waits when the certificate is another host's`, async ({ assert }) => {
      await open(anothers)
      const message = await tried(trusting(anothers))
      assert.equal(message.status, 'queued')
      assert.match(message.failure!, /does not match|altnames/)
      assert.isEmpty(office.letters)
    })
  }

  test('a server that speaks TLS 1.1 at most gets nothing', async ({ assert }) => {
    const ciphers = 'DEFAULT@SECLEVEL=0'
    const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers } as const
    await office.open({ ...old, disabledCommands: [], key: own.key, cert: own.cert })
    const message = await tried({ tls: { ...smtp.tls, ca: own.cert, ciphers } })
    assert.equal(message.status, 'queued')
    assert.isEmpty(office.letters)
    const lenient = await tried({ tls: { minVersion: 'TLSv1', ca: own.cert, ciphers } })
    assert.equal(lenient.status, 'sent')
  })
})
