import { address, line, lineOrNothing, lines } from '#app/doors/http/forms/fields'
import { lastDay } from '#app/doors/http/forms/last_day'
import vine, { SimpleMessagesProvider } from '@vinejs/vine'

const messages = new SimpleMessagesProvider({
  'username.required': 'Enter a user name.',
  'full_name.required': 'Enter the full name of the person.',
  'email.required': 'Enter the mail address of the person.',
  'ends_on.regex': 'Choose a day, or leave this empty.',
  'first.required': 'Choose how the person gets in.',
  'first.enum': 'Choose how the person gets in.',
  'credential_source.enum': 'Choose where the password is kept.',
  'account.required': 'Choose one of the accounts.',
  'account.uuid': 'Choose one of the accounts.',
  'because.required': 'Say why. The reason is mailed to the person.',
  'maxLength': 'Use at most {{ max }} characters.',
  'regex': 'Use letters, digits and signs only.',
  'string': 'Write this as text.',
})

/** Organization, roles and status come from the request and the room, never from the form. */
export const approvalValidator = vine.create({
  username: line(100),
  full_name: line(200),
  email: address(),
  phone: lineOrNothing(60),
  title: lineOrNothing(120),
  ends_on: lastDay(),
  sponsor: lineOrNothing(100),
  credential_source: vine.enum(['local', 'directory'] as const).optional(),
  first: vine.enum(['mailed_link', 'shown_once'] as const),
})
approvalValidator.messagesProvider = messages

export const matchValidator = vine.create({ account: vine.string().uuid() })
matchValidator.messagesProvider = messages

export const declineValidator = vine.create({ because: lines(500) })
declineValidator.messagesProvider = messages
