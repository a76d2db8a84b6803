import { lines } from '#app/doors/http/forms/fields'
import { outcomes } from '#app/support/freshness/reports/entry_report'
import { reportStates } from '#app/support/freshness/reports/report_list'
import vine, { SimpleMessagesProvider } from '@vinejs/vine'

/** An entry, or nothing for everybody. */
export const confirmationRequestValidator = vine.create({
  entry: vine.string().uuid().optional(),
})

/** Which reports are listed; whatever else the address says is as if it said nothing. */
export const reportsShown = (state: unknown) =>
  reportStates.find((known) => known === state) ?? 'open'

export const settlementValidator = vine.create({
  outcome: vine.enum(outcomes),
  answer: lines(1000).nullable(),
})
settlementValidator.messagesProvider = new SimpleMessagesProvider({
  'outcome.required': 'Choose what became of it.',
  'outcome.enum': 'Choose what became of it.',
  'maxLength': 'Use at most {{ max }} characters.',
  'regex': 'Use letters, digits and signs only.',
  'string': 'Write this as text.',
})
