import { mostBytes } from '#app/folders/imports/import_text'
import vine, { SimpleMessagesProvider } from '@vinejs/vine'

const tooLong = 'This is more than one form takes. Split the table, or upload it as a file.'

/** Whether it is a table is the room's business. */
export const importTextValidator = vine.create({ text: vine.string().maxLength(mostBytes) })
importTextValidator.messagesProvider = new SimpleMessagesProvider({
  required: 'Paste the table, with the names of its columns in the first row.',
  string: 'Paste the table, with the names of its columns in the first row.',
  maxLength: tooLong,
})

export const firstAccessValidator = vine.create({
  first: vine.enum(['mailed_link', 'shown_once'] as const),
})
firstAccessValidator.messagesProvider = new SimpleMessagesProvider({
  required: 'Choose how the people get in the first time.',
  enum: 'Choose how the people get in the first time.',
})

/** Whatever else is sent means the page. */
export const paperValidator = vine.create({
  paper: vine.string().parse((value) => (value === 'csv' ? 'csv' : 'page')),
})

export const importUndoValidator = vine.create({
  accounts: vine.array(vine.string().uuid()).maxLength(500).optional(),
})
