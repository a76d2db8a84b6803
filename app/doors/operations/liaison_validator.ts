import { address, line, lineOrNothing } from '#app/doors/http/forms/fields'
import vine, { SimpleMessagesProvider } from '@vinejs/vine'

const messages = new SimpleMessagesProvider({
  'person.required': 'Enter the user name or the mail address of the person.',
  'rank.required': 'Choose primary or alternate.',
  'rank.in': 'Choose primary or alternate.',
  'username.required': 'Enter a user name.',
  'full_name.required': 'Enter the full name of the person.',
  'email.required': 'Enter the mail address: the way in is sent there.',
  'maxLength': 'Use at most {{ max }} characters.',
  'regex': 'Use letters, digits and signs only.',
  'string': 'Write this as text.',
})

const rank = () => vine.number().in([1, 2])

export const appointmentValidator = vine.create({ person: line(254), rank: rank() })
appointmentValidator.messagesProvider = messages

const person = {
  username: line(100),
  full_name: line(200),
  email: address(),
  phone: lineOrNothing(60),
  title: lineOrNothing(120),
}

export const newLiaisonValidator = vine.create({ ...person, new_rank: rank() })
newLiaisonValidator.messagesProvider = messages

export const newAdministratorValidator = vine.create(person)
newAdministratorValidator.messagesProvider = messages
