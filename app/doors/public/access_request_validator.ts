import { address, line, lineOrNothing, lines } from '#app/doors/http/forms/fields'
import vine, { SimpleMessagesProvider } from '@vinejs/vine'

const wish = { purpose: lines(1000), works_with: lineOrNothing(200) }

const messages = new SimpleMessagesProvider({
  'organization.required': 'Choose the agency from the list.',
  'organization.uuid': 'Choose the agency from the list.',
  'full_name.required': 'Enter your full name.',
  'email.required': 'Enter your mail address: the answer is sent there.',
  'purpose.required': 'Say what you need it for: the program, or the folder.',
  'maxLength': 'Use at most {{ max }} characters.',
  'regex': 'Use letters, digits and signs only.',
  'string': 'Write this as text.',
})

export const wishValidator = vine.create(wish)
wishValidator.messagesProvider = messages

/** Organization, status and account are the service's to set: of a stranger's form only these are read. */
export const accessRequestValidator = vine.create({
  organization: vine.string().uuid(),
  full_name: line(200),
  email: address(),
  phone: lineOrNothing(60),
  title: lineOrNothing(120),
  ...wish,
})
accessRequestValidator.messagesProvider = messages

/** Which agency stands chosen when the page opens; whatever else the address says is as if it said nothing. */
export const preselectedAgency = (agency: unknown) =>
  typeof agency === 'string' ? agency : undefined
