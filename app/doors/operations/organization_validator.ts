import { line, lineOrNothing, lines } from '#app/doors/http/forms/fields'
import { standings } from '#app/accounts/liaisons/organization_list'
import { kinds } from '#app/organizations/organization'
import vine, { SimpleMessagesProvider } from '@vinejs/vine'

const details = {
  name: line(200),
  phone: lineOrNothing(60),
  help_desk_name: lineOrNothing(120),
  help_desk_phone: lineOrNothing(60),
  help_desk_hours: lineOrNothing(120),
}

const messages = new SimpleMessagesProvider({
  'name.required': 'Say what the organization is called.',
  'short_name.required': 'Say how the organization is called in short, as “DOL”.',
  'short_name.regex':
    'A short name has letters, digits and hyphens only, and begins and ends with a letter or a digit.',
  'kind.enum': 'Choose agency or partner.',
  'kind.required': 'Choose agency or partner.',
  'because.required': 'Say why. The reason stays on record.',
  'maxLength': 'Use at most {{ max }} characters.',
  'regex': 'Use letters, digits and signs only.',
  'string': 'Write this as text.',
})

/** The short name becomes the root of a folder tree, and stands in paths that people type. */
export const enrolmentValidator = vine.create({
  ...details,
  short_name: line(40).regex(/^[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?$/u),
  kind: vine.enum(kinds),
})
enrolmentValidator.messagesProvider = messages

export const organizationValidator = vine.create(details)
organizationValidator.messagesProvider = messages

export const becauseValidator = vine.create({ because: lines(500) })
becauseValidator.messagesProvider = messages

const oneOf = <T extends string>(values: readonly T[]) =>
  vine
    .enum(values)
    .parse((value) => (values.includes(value as T) ? value : undefined))
    .optional()

/** Whatever else stands in the address is as if nothing were looked for. */
export const listValidator = vine.create({
  search: vine
    .string()
    .parse((value) => (typeof value === 'string' ? value.slice(0, 100) : undefined))
    .optional(),
  kind: oneOf(kinds),
  standing: oneOf(standings),
})
