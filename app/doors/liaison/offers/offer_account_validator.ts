import { address, line, lineOrNothing } from '#app/doors/http/forms/fields'
import type { NewPerson } from '#app/folders/account_opening'
import vine, { SimpleMessagesProvider } from '@vinejs/vine'

export const personValidator = vine.create({
  new_username: line(100),
  full_name: line(200),
  email: address(),
  phone: lineOrNothing(60),
  title: lineOrNothing(120),
  credential_source: vine.enum(['local', 'directory'] as const).optional(),
})
personValidator.messagesProvider = new SimpleMessagesProvider({
  'new_username.required': 'Choose a user name.',
  'full_name.required': 'Say the full name of the person.',
  'email.required': 'Write the mail address of the person.',
  'credential_source.enum': 'Say which password the person signs in with.',
  'maxLength': 'Use at most {{ max }} characters.',
  'regex': 'Use letters, digits and signs only.',
  'string': 'Write this as text.',
})

interface Typed {
  new_username: string
  full_name: string
  email: string
  phone: string | null
  title: string | null
  credential_source?: 'local' | 'directory'
}

/** The first password comes by a mailed link: the person chooses it. */
export const personFrom = (typed: Typed): NewPerson => ({
  username: typed.new_username,
  fullName: typed.full_name,
  email: typed.email,
  phone: typed.phone ?? undefined,
  title: typed.title ?? undefined,
  credentialSource: typed.credential_source ?? 'local',
  mustChangePassword: false,
  first: 'mailed_link',
})
