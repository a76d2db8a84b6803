import { composerOf } from '#app/messages/mail'
import { mailText } from '#app/messages/mail_text'
import Message from '#app/messages/message'
import { inTransaction } from '#app/shared/transaction'

/** The kinds of what was promised so far, with whom each goes to. */
export async function promised() {
  const messages = await Message.query().orderBy('id')
  return messages.map(({ kind, address }) => `${kind} to ${address}`)
}

/** The mail of a kind as it would be sent now; null if nobody needs it any more. */
export async function written(kind: string) {
  const message = await Message.query().where({ kind }).orderBy('id', 'desc').firstOrFail()
  const mail = await inTransaction((trx) => composerOf(kind)(message.payload, trx))
  return mail && `${mail.subject}\n${await mailText(mail.view, mail.data)}`
}
