import { lines } from '#app/doors/http/forms/fields'
import vine, { SimpleMessagesProvider } from '@vinejs/vine'

const why = 'Say why: what the caller said, or the number of the ticket.'

export const helpValidator = vine.create({ because: lines(300) })
helpValidator.messagesProvider = new SimpleMessagesProvider({
  'because.required': why,
  'because.string': why,
  'maxLength': 'Use at most {{ max }} characters.',
  'regex': 'Use letters, digits and signs only.',
})
