import { smtp } from '#config/mail'
import service from '#config/service'
import emitter from '@adonisjs/core/services/emitter'
import { Mailer } from '@adonisjs/mail'
import { SMTPTransport } from '@adonisjs/mail/transports/smtp'
import { once } from 'node:events'
import { buffer } from 'node:stream/consumers'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

export interface Letter extends Email {
  envelopeTo: string[]
  /** Whether it travelled encrypted. */
  isEncrypted: boolean
}

/** A real mail server on this machine, with all that it was given. */
export class PostOffice {
  letters: Letter[] = []
  /** What it says to a recipient or to a letter; nothing is a yes. */
  answer: { to?: Error; letter?: Error } = {}
  #server?: SMTPServer
  port = 0

  async open(options: SMTPServerOptions = {}) {
    this.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: (_to, _session, done) => done(this.answer.to),
      onData: (stream, session, done) => {
        buffer(stream).then(async (bytes) => {
          const letter = await PostalMime.parse(bytes)
          const envelopeTo = session.envelope.rcptTo.map(({ address }) => address)
          if (!this.answer.letter)
            this.letters.push({ ...letter, envelopeTo, isEncrypted: session.secure })
          done(this.answer.letter)
        }, done)
      },
      ...options,
    })
    this.#server.on('error', () => {})
    const listening = once(this.#server.server, 'listening')
    this.#server.listen(this.port, '127.0.0.1')
    await listening
    this.port = (this.#server.server.address() as { port: number }).port
    return this
  }

  async close() {
    const server = this.#server
    this.#server = undefined
    if (server) await new Promise<void>((done) => server.close(done))
  }

  /** Says no with a status of RFC 5321. */
  static no(responseCode: number, message: string) {
    return Object.assign(new Error(message), { responseCode })
  }

  /** Waybill's own way to a mail server, with its own settings, leading here. */
  mailer(settings = {}) {
    const transport = new SMTPTransport({
      ...smtp,
      host: '127.0.0.1',
      port: this.port,
      ...settings,
    })
    const from = { address: 'no-reply@waybill.example', name: service.name }
    return new Mailer('post_office', transport, emitter as any, { from })
  }
}
