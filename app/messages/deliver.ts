import service from '#config/service'
import { composerOf } from '#app/messages/mail'
import { mailText } from '#app/messages/mail_text'
import Message, { notNeeded } from '#app/messages/message'
import { meaningOf, reasonOf } from '#app/messages/smtp_answer'
import { now, type Instant } from '#app/shared/clock'
import { inTransaction, type Trx } from '#app/shared/transaction'
import logger from '@adonisjs/core/services/logger'
import type { MailerContract } from '@adonisjs/mail/types'
import mails from '@adonisjs/mail/services/main'
import { setTimeout as pause } from 'node:timers/promises'

type Mailer = Pick<MailerContract<any>, 'send'>
type Clock = () => Instant
type Outcome = 'sent' | 'failed' | 'later' | 'away'

interface Round {
  mailer?: Mailer
  /** Ends the round after the message that is under way. */
  signal?: AbortSignal
}

/**
 * Sends what is due, one message after the other; any number of processes may do so at once. If the mail server
 * is away, the round ends: the other messages wait without being tried in vain.
 */
export async function deliverDue(asOf: Instant, { mailer = mails.use(), signal }: Round = {}) {
  const began = now()
  const clock = () => asOf + now() - began
  const count: Record<Outcome, number> = { sent: 0, failed: 0, later: 0, away: 0 }

  while (!signal?.aborted) {
    const message = await claimNext(asOf, clock)
    if (!message) break
    const outcome = await deliver(message, mailer, clock)
    count[outcome]++
    if (outcome === 'away') break
  }
  return count
}

async function claimNext(asOf: Instant, clock: Clock): Promise<Message | null> {
  const due = await Message.query()
    .withScopes((scopes) => scopes.due(asOf))
    .limit(10)
  for (const message of due) {
    if (await inTransaction((trx) => message.claim(clock(), trx))) return message
  }
  return due.length ? claimNext(asOf, clock) : null
}

async function deliver(message: Message, mailer: Mailer, clock: Clock): Promise<Outcome> {
  let subject
  try {
    subject = await send(message, mailer)
  } catch (error) {
    return notDelivered(message, error as Error, clock)
  }
  if (subject === null) return settle(message, 'failed', notNeeded, clock)
  return settle(message, 'sent', subject, clock)
}

/** Returns the subject of what was sent, or null if there was nothing to say any more. */
async function send(message: Message, mailer: Mailer) {
  const { id, kind, payload, address } = message
  const composition = await inTransaction(async (trx) =>
    (await message.isHeld(trx)) ? composerOf(kind)(payload, trx) : null
  )
  if (!composition) return null

  const subject = oneLine(composition.subject)
  const text = await mailText(composition.view, composition.data)
  await mailer.send((mail) => {
    mail.to(address!).subject(subject).text(text)
    mail.messageId(`<${id}@${new URL(service.url).hostname}>`)
    mail.header('Auto-Submitted', 'auto-generated')
  })
  return subject
}

function notDelivered(message: Message, error: Error, clock: Clock) {
  const meaning = meaningOf(error)
  const { id, kind, tries } = message
  logger.warn({ message: id, kind, tries, meaning, err: error }, 'mail.not_delivered')
  return settle(message, meaning === 'refused' ? 'failed' : meaning, reasonOf(error), clock)
}

/** What became of it is stored even if the database is busy just then: otherwise the mail would go out again. */
async function settle(message: Message, outcome: Outcome, text: string, clock: Clock) {
  const change = (trx: Trx) => {
    if (outcome === 'sent') return message.markSent(text, clock(), trx)
    if (outcome === 'failed') return message.giveUp(text, trx)
    return message.postpone(text, clock(), trx)
  }
  for (let tries = 1; ; tries++) {
    try {
      await inTransaction(change)
      return outcome
    } catch (error) {
      if (tries === 5) throw error
      await pause(100 * 2 ** tries)
    }
  }
}

/** A subject is a header: a line break in it would begin another one. */
const oneLine = (text: string) =>
  text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, 300)
