import { keepDaysMax } from '#app/folders/tree/folder_settings'
import { linesMax } from '#app/folders/tree/hierarchy'
import vine, { SimpleMessagesProvider } from '@vinejs/vine'

/** What a folder may be called is the folders room's business. */
export const folderNameValidator = vine.create({ name: vine.string().maxLength(1000).optional() })
folderNameValidator.messagesProvider = new SimpleMessagesProvider({
  string: 'Say what the folder is called.',
  maxLength: 'Choose a shorter name.',
})

export const folderSettingsValidator = vine.create({
  description: vine.string().maxLength(5000).optional(),
  drop_off: vine.accepted().optional(),
  keep_days: vine.string().maxLength(20).optional(),
  quota: vine.string().maxLength(20).optional(),
  quota_unit: vine.enum(['MB', 'GB']),
  notices: vine.accepted().optional(),
})
folderSettingsValidator.messagesProvider = new SimpleMessagesProvider({
  'description.maxLength': 'Describe the folder in at most 500 characters.',
  'keep_days.maxLength': `Say a number of days from 1 to ${keepDaysMax}, or leave it empty.`,
  'quota.maxLength': 'Say a size greater than zero, such as 500 MB or 2 GB, or leave it empty.',
  'quota_unit.required': 'Choose MB or GB.',
  'quota_unit.enum': 'Choose MB or GB.',
})

export const folderMoveValidator = vine.create({ to: vine.string().uuid() })
folderMoveValidator.messagesProvider = new SimpleMessagesProvider({
  required: 'Choose a folder to move it to.',
  uuid: 'Choose a folder to move it to.',
  string: 'Choose a folder to move it to.',
})

/** Longer than so many lines can be, and within what the service takes in one form. */
const hierarchy = vine.string().maxLength(120_000)
const messages = new SimpleMessagesProvider({
  'hierarchy.required': 'Write at least one folder.',
  'hierarchy.string': 'Write at least one folder.',
  'hierarchy.maxLength': `Write less at once: at most ${linesMax} lines, and 120,000 characters.`,
  'name.maxLength': 'Say what the template is called, in at most 100 characters.',
  'name.string': 'Say what the template is called, in at most 100 characters.',
})

export const hierarchyValidator = vine.create({ hierarchy: hierarchy.clone() })
hierarchyValidator.messagesProvider = messages

export const folderTemplateValidator = vine.create({
  name: vine.string().maxLength(400).optional(),
  hierarchy: hierarchy.clone(),
})
folderTemplateValidator.messagesProvider = messages
