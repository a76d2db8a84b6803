import { composerOf, type Payload } from '#app/messages/mail'
import Message from '#app/messages/message'
import { outbox } from '#app/messages/outbox'
import { now } from '#app/shared/clock'
import type { Trx } from '#app/shared/transaction'

/** Whoever is told something: a person with an account, or an address alone. */
interface Recipient {
  id: string | null
  email: string | null
}

/** Two addresses in one, or a line break, would send the mail to somebody else. */
export const isOneAddress = (address: string) =>
  /^[^\s@<>(),;:"\\[\]]+@[^\s@<>(),;:"\\[\]]+$/.test(address)

/**
 * Promises a mail, in the transaction of what the mail speaks of: both are stored, or neither. It is delivered as
 * soon as that is committed. Nobody is skipped silently: who cannot be reached is on record, with the reason.
 */
export async function tell(recipient: Recipient, kind: string, payload: Payload, trx: Trx) {
  composerOf(kind)
  const address = recipient.email
  const failure = whyUnreachable(address)
  const message = await Message.create(
    {
      kind,
      payload,
      address,
      accountId: recipient.id,
      status: failure ? 'failed' : 'queued',
      failure,
      tries: 0,
      dueAt: now(),
    },
    { client: trx }
  )
  if (!failure) outbox.after(trx)
  return message
}

function whyUnreachable(address: string | null) {
  if (!address) return 'No mail address is known for this person.'
  return isOneAddress(address) ? null : 'The mail address is not a valid one.'
}
