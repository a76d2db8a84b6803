import { line, lineOrNothing, lines } from '#app/doors/http/forms/fields'
import { places } from '#app/support/requests/places'
import { patienceInWords, urgencies, type Urgency } from '#app/support/requests/urgency'
import vine, { SimpleMessagesProvider } from '@vinejs/vine'

const messages = new SimpleMessagesProvider({
  'happened.required': 'Say what happened: what you did, and what you saw.',
  'urgency.required': 'Choose how urgent it is.',
  'urgency.enum': 'Choose how urgent it is.',
  'caller.required': 'Enter the user name of the caller.',
  'note.required': 'Write something first.',
  'internal.required': 'Write something first.',
  'to.required': 'Choose whom to pass it to.',
  'to.enum': 'Choose whom to pass it to.',
  'maxLength': 'Use at most {{ max }} characters.',
  'regex': 'Use letters, digits and signs only.',
  'string': 'Write this as text.',
})

const trouble = {
  doing: lineOrNothing(500),
  happened: lines(2000),
  urgency: vine.enum(urgencies),
  reach: lineOrNothing(200),
}

/** Number, state and whom it lies with are the service's to set: of the form only these are read. */
export const troubleValidator = vine.create(trouble)
export const callValidator = vine.create({ caller: line(100), ...trouble })
export const noteValidator = vine.create({ note: lines(2000) })
export const internalNoteValidator = vine.create({ internal: lines(2000) })
export const passingValidator = vine.create({
  to: vine.enum(places),
  passing_note: lines(2000).nullable(),
})
export const solutionValidator = vine.create({ solution: lines(2000).nullable() })

const validators = [troubleValidator, callValidator, noteValidator, internalNoteValidator]
for (const validator of [...validators, passingValidator, solutionValidator]) {
  validator.messagesProvider = messages
}

const names: Record<Urgency, { label: string; hint: string }> = {
  question: { label: 'A question', hint: 'I want to know something.' },
  problem: { label: 'A problem', hint: 'Something does not work, and I can go on meanwhile.' },
  incident: { label: 'An incident', hint: 'Nothing works, or a deadline is at stake.' },
}

/** How urgent, each with how long until a reminder. */
export const urgencyOptions = urgencies.map((value) => ({
  value,
  label: names[value].label,
  hint: `${names[value].hint} Whoever answers is reminded after ${patienceInWords[value]}.`,
}))

export const urgencyInWords = (urgency: string) => names[urgency as Urgency].label
