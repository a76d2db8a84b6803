import { addressOrNothing, lineOrNothing, lines } from '#app/doors/http/forms/fields'
import vine, { SimpleMessagesProvider } from '@vinejs/vine'

const messages = new SimpleMessagesProvider({
  'what.required': 'Say what is wrong, and what would be right if you know it.',
  'maxLength': 'Use at most {{ max }} characters.',
  'regex': 'Use letters, digits and signs only.',
  'string': 'Write this as text.',
})

/** The wording that the page showed; whatever else comes along is as if nothing had been seen. */
export const seenIn = (seen: unknown) => (typeof seen === 'string' ? seen : '')

export const wrongValidator = vine.create({ what: lines(2000) })
wrongValidator.messagesProvider = messages

/** Program, organization, account and state are the service's to set. */
export const entryReportValidator = vine.create({
  entry: vine.string().uuid().optional(),
  what: lines(2000),
  name: lineOrNothing(200),
  email: addressOrNothing(),
})
entryReportValidator.messagesProvider = messages

/** Which entry an address names; null if it names one that cannot be. */
export function entryNamed(entry: unknown) {
  if (entry === undefined || entry === '') return undefined
  return typeof entry === 'string' ? entry : 'none'
}
