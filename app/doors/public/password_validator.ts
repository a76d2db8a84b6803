import vine, { SimpleMessagesProvider } from '@vinejs/vine'

/** Only that something is there, and no more than a form can hold: the rules are the room's, from the data. */
const typed = () => vine.string().maxLength(1024)

const messages = new SimpleMessagesProvider({
  'current_password.required': 'Enter your current password.',
  'new_password.required': 'Enter a new password.',
  'retype_password.required': 'Type the new password again.',
  'maxLength': 'Use at most 128 characters.',
  'string': 'Enter a password.',
})

export const passwordChangeValidator = vine.create({
  current_password: typed(),
  new_password: typed(),
  retype_password: typed(),
})
passwordChangeValidator.messagesProvider = messages

export const newPasswordValidator = vine.create({
  new_password: typed(),
  retype_password: typed(),
})
newPasswordValidator.messagesProvider = messages

export const forgottenValidator = vine.create({ username: vine.string().maxLength(254) })
forgottenValidator.messagesProvider = new SimpleMessagesProvider({
  required: 'Enter your user name or your mail address.',
  string: 'Enter your user name or your mail address.',
  maxLength: 'A user name or a mail address is never that long.',
})
