import { deliverDue } from '#app/messages/deliver'
import { now } from '#app/shared/clock'
import { PostOffice } from '#tests/support/post_office'

/** Delivers what waits in the outbox, and finds in the letters the way to set a new password. */
export async function mailedLink() {
  const office = await new PostOffice().open()
  await deliverDue(now(), { mailer: office.mailer() })
  await office.close()
  const words = office.letters.map(({ text }) => text).join('\n')
  return /\/password\/reset\/\S+/.exec(words)![0]
}
