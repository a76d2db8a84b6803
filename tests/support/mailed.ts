import { deliverDue } from '#app/messages/deliver'
import { now } from '#app/shared/clock'
import { PostOffice } from '#tests/support/post_office'

/** Delivers what waits in the outbox, and answers with the letters that arrived: to whom, about what, and their words. */
export async function mailed() {
  const office = await new PostOffice().open()
  await deliverDue(now(), { mailer: office.mailer() })
  await office.close()
  return office.letters.map(({ envelopeTo, subject, text }) => ({
    to: envelopeTo[0],
    subject: subject!,
    text: text!,
  }))
}

/** The way that a letter leads, as a path. */
export const pathIn = (text: string) =>
  /https?:\/\/[^/\s]+(\/(?:activate|password)\/\S+)/.exec(text)![1]
