import { deliverDue } from '#app/messages/deliver'
import { now, type Instant } from '#app/shared/clock'
import { PostOffice } from '#tests/support/post_office'

/** Delivers what waits in the outbox: all the letters that came. */
export async function delivered(asOf: Instant = now()) {
  const office = await new PostOffice().open()
  await deliverDue(asOf, { mailer: office.mailer() })
  await office.close()
  return office.letters
}

/** The same, as the words that each of these addresses got: "ada@example.gov" under "ada". */
export async function lettersFrom(...addresses: string[]) {
  const letters = await delivered()
  const words = (address: string) =>
    letters
      .filter(({ envelopeTo }) => envelopeTo.includes(address))
      .map(({ text }) => text)
      .join('\n')
  return Object.fromEntries(addresses.map((address) => [address.split('@')[0], words(address)]))
}
