import { theService } from '#app/audit/actor'
import Message from '#app/messages/message'
import { tell } from '#app/messages/tell'
import Organization from '#app/organizations/organization'
import { now } from '#app/shared/clock'
import { inTransaction } from '#app/shared/transaction'
import { AnotherProcess } from '#tests/support/another_process'
import { person } from '#tests/support/cast'
import { certificateFor } from '#tests/support/certificate'
import { PostOffice } from '#tests/support/post_office'
import { without } from '#tests/support/programs'
import { until } from '#tests/support/until'
import { test } from '@japa/runner'
import type { SMTPServerOptions } from 'smtp-server'

test.group('Mail as the settings say', (group) => {
  let certificate: Awaited<ReturnType<typeof certificateFor>>
  let recipient: Awaited<ReturnType<typeof person>>
  let office: PostOffice

  group.tap((each) => void each.skip(...without('openssl')))
  group.setup(async () => {
    if (without('openssl')[0]) return
    certificate = await certificateFor('127.0.0.1')
    const post = { kind: 'agency', name: 'Post Office', shortName: 'POST' } as const
    recipient = await person(await Organization.enrol(theService, post), 'paula', 'Paula Post')
  })
  group.teardown(() => certificate?.remove())
  group.each.setup(async () => {
    await Message.query().update({ status: 'failed' })
    office = new PostOffice()
    return () => office.close()
  })

  const encrypting = () => ({
    disabledCommands: [],
    key: certificate.key,
    cert: certificate.cert,
  })

  /** A process with these settings finds a promised mail and tries it; what became of that. */
  async function tried(server: SMTPServerOptions, settings: Record<string, string>) {
    await office.open(server)
    const payload = { accountId: recipient.id, at: now() }
    const { id } = await inTransaction((trx) => tell(recipient, 'password_changed', payload, trx))
    const place = { SMTP_HOST: '127.0.0.1', SMTP_PORT: String(office.port) }
    const waybill = await AnotherProcess.start({ ...place, ...settings })
    const isTried = async () => {
      const { status, failure } = await Message.findOrFail(id)
      return status === 'sent' || failure !== null
    }
    await until(isTried)
    await waybill.end()
    return Message.findOrFail(id)
  }

  const trust = () => ({ NODE_EXTRA_CA_CERTS: certificate.certPath })

  test('SMTP_TLS=required: encrypted, to a server that the machine trusts', async ({ assert }) => {
    const message = await tried(encrypting(), { SMTP_TLS: 'required', ...trust() })
    assert.equal(message.status, 'sent')
    assert.isTrue(office.letters[0].isEncrypted)
  })

  test('SMTP_TLS=required: not at all to one that does not encrypt', async ({ assert }) => {
    const message = await tried({}, { SMTP_TLS: 'required' })
    assert.equal(message.status, 'queued')
    assert.isEmpty(office.letters)
  })

  test('not set: encrypted where that is offered, and never to whom nobody vouches for', async ({
    assert,
  }) => {
    const message = await tried(encrypting(), {})
    assert.equal(message.status, 'queued')
    assert.match(message.failure!, /certificate/)
    assert.isEmpty(office.letters)
  })

  test('not set: in the clear where nothing else is offered', async ({ assert }) => {
    const message = await tried({}, {})
    assert.equal(message.status, 'sent')
    assert.isFalse(office.letters[0].isEncrypted)
  })

  test('SMTP_TLS=off: in the clear even where encryption is offered', async ({ assert }) => {
    const message = await tried(encrypting(), { SMTP_TLS: 'off' })
    assert.equal(message.status, 'sent')
    assert.isFalse(office.letters[0].isEncrypted)
  })

  test('a password is sent encrypted: {0}')
    .with([
      ['never otherwise', false],
      ['and then signs in', true],
    ] as [string, boolean][])
    .run(async ({ assert }, [, isEncrypting]) => {
      const asked: boolean[] = []
      const server: SMTPServerOptions = {
        ...(isEncrypting ? encrypting() : { disabledCommands: ['STARTTLS'] }),
        authOptional: false,
        allowInsecureAuth: true,
        onAuth: ({ username, password }, session, done) => {
          asked.push(session.secure)
          const isRight = username === 'waybill' && password === 'of the mail server'
          done(isRight ? null : new Error('Wrong'), isRight ? { user: username } : undefined)
        },
      }
      const credentials = { SMTP_USERNAME: 'waybill', SMTP_PASSWORD: 'of the mail server' }
      const message = await tried(server, { ...credentials, ...trust() })
      assert.equal(message.status, isEncrypting ? 'sent' : 'queued')
      assert.deepEqual(asked, isEncrypting ? [true] : [])
    })
})
