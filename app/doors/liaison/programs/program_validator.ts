import { mostBytes } from '#app/support/markdown/import'
import { entryKinds, fieldNames, type EntryKind } from '#app/support/records/entry_kinds'
import { audiences } from '#app/support/audience'
import vine, { SimpleMessagesProvider } from '@vinejs/vine'

const named = 'Say what the program is called, in at most 100 characters.'

/** What a program may be called is the room's business. */
export const programValidator = vine.create({
  name: vine.string().maxLength(400).optional(),
  from: vine.string().uuid().optional(),
})
programValidator.messagesProvider = new SimpleMessagesProvider({
  'name.string': named,
  'name.maxLength': named,
  'from.string': 'Choose one of the list.',
  'from.uuid': 'Choose one of the list.',
})

const value = vine.string().maxLength(10_000).optional()
const audience = vine.enum(audiences).optional()

/** What each field of a kind takes is the room's business; who sees it is one of three. */
export const entryValidator = vine.create({
  ...(Object.fromEntries(fieldNames.map((name) => [name, value.clone()])) as Record<
    (typeof fieldNames)[number],
    typeof value
  >),
  ...(Object.fromEntries(
    fieldNames.map((name) => [`audience_${name}`, audience.clone()])
  ) as Record<`audience_${(typeof fieldNames)[number]}`, typeof audience>),
  seen: vine.string().maxLength(100).optional(),
})
entryValidator.messagesProvider = new SimpleMessagesProvider({
  string: 'Write this as text.',
  maxLength: 'Write at most 2,000 characters.',
  enum: 'Choose who sees it.',
})

/** Of what kind an entry is to be; whatever else stands in the address is no kind. */
export const kindValidator = vine.create({
  kind: vine.enum(Object.keys(entryKinds) as EntryKind[]),
})

export const moveValidator = vine.create({ way: vine.enum(['up', 'down'] as const) })

/** Before which entry one is put back; anything else means the end. */
export const nextValidator = vine.create({ next: vine.string().maxLength(36).optional() })

const tooLong = 'This is more than 64 KB. A quick reference takes a page.'
const nothing = 'Paste the table first.'

export const tableValidator = vine.create({ table: vine.string().maxLength(mostBytes) })
tableValidator.messagesProvider = new SimpleMessagesProvider({
  required: nothing,
  string: nothing,
  maxLength: tooLong,
})

export const importValidator = vine.create({
  table: vine.string().maxLength(mostBytes),
  manner: vine.enum(['add', 'replace'] as const),
})
importValidator.messagesProvider = new SimpleMessagesProvider({
  'manner.required': 'Choose what becomes of what the draft says now.',
  'manner.enum': 'Choose what becomes of what the draft says now.',
  'table.maxLength': tooLong,
  'table.required': nothing,
  'table.string': nothing,
})
