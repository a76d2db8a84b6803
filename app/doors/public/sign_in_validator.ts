import vine, { SimpleMessagesProvider } from '@vinejs/vine'

/** Nothing is asked of a user name or a password here but that it is there: what is right is the room's business. */
export const signInValidator = vine.create({
  username: vine.string(),
  password: vine.string(),
})

signInValidator.messagesProvider = new SimpleMessagesProvider({
  'username.required': 'Enter your user name.',
  'username.string': 'Enter your user name.',
  'password.required': 'Enter your password.',
  'password.string': 'Enter your password.',
})
