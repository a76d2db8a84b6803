import type { MailTransportContract, NodeMailerMessage } from '@adonisjs/mail/types'
import { MailResponse } from '@adonisjs/mail'
import { mkdir, open, rename, writeFile } from 'node:fs/promises'
import { createTransport } from 'nodemailer'
import { join } from 'node:path'

/** Puts each mail as an `.eml` file into a folder: what a service without a mail server does with its mail. */
export class MailFilesTransport implements MailTransportContract {
  constructor(readonly folder: string) {}

  /** The file bears the message's own id, so that a second try takes the place of the first. */
  async send(message: NodeMailerMessage) {
    const sent = await createTransport({ streamTransport: true, buffer: true }).sendMail(message)
    const name = sent.messageId.replace(/^<|@.*$/g, '').replace(/[^\w-]/g, '_')
    await mkdir(this.folder, { recursive: true })
    await this.#keep(`${name}.eml`, sent.message as Buffer)
    return new MailResponse(sent.messageId, sent.envelope, sent)
  }

  /** On disk, whole, before the outbox hears that it was sent. */
  async #keep(name: string, content: Buffer) {
    const partial = join(this.folder, `.${name}`)
    await writeFile(partial, content, { flush: true })
    await rename(partial, join(this.folder, name))
    const folder = await open(this.folder)
    await folder.sync().finally(() => folder.close())
  }
}
