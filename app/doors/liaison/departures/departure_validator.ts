import type { Problems } from '#app/accounts/passwords/new_password'
import service from '#config/service'
import { day, now, type Instant } from '#app/shared/clock'
import vine, { SimpleMessagesProvider } from '@vinejs/vine'
import { DateTime } from 'luxon'

const tidied = (value: unknown) =>
  typeof value === 'string' ? value.trim() || null : (value ?? null)
const name = () =>
  vine
    .string()
    .parse(tidied)
    .maxLength(100)
    .regex(/^\P{Cc}*$/u)
    .nullable()

export const departureValidator = vine.create({
  left_on: vine
    .string()
    .parse(tidied)
    .regex(/^\d{4}-\d{2}-\d{2}$/),
  left_at: vine
    .string()
    .parse(tidied)
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  note: vine
    .string()
    .parse(tidied)
    .maxLength(300)
    .regex(/^\P{Cc}*$/u)
    .nullable(),
  sponsor_heir: name(),
  offers_heir: name(),
  home_heir: name(),
  home_days: vine.number().withoutDecimals().range([1, 90]),
})
departureValidator.messagesProvider = new SimpleMessagesProvider({
  'left_on.required': 'Say on which day the person left, like 2027-01-31.',
  'left_on.regex': 'Write the day like 2027-01-31.',
  'left_at.required': 'Say at what hour the person left, like 17:30.',
  'left_at.regex': 'Write the hour like 17:30.',
  'note.maxLength': 'Use at most 300 characters.',
  'note.regex': 'Write it on one line.',
  'home_days': 'Choose a number of days from 1 to 90.',
  'home_days.required': 'Choose a number of days from 1 to 90.',
  'home_days.number': 'Choose a number of days from 1 to 90.',
  'home_days.range': 'Choose a number of days from 1 to 90.',
  'home_days.withoutDecimals': 'Choose a number of days from 1 to 90.',
  'regex': 'Write a user name.',
  'maxLength': 'A user name has at most 100 characters.',
  'string': 'Write this as text.',
})

type Left = { leftAt: Instant } | { problems: Problems }

/** The instant that day and hour mean in the service's zone, or what is wrong with them. */
export function leftAtFrom({ left_on, left_at }: { left_on: string; left_at: string }): Left {
  const at = DateTime.fromISO(`${left_on}T${left_at}`, { zone: service.timeZone })
  if (!at.isValid)
    return { problems: { left_on: ['There is no such day. Write it like 2027-01-31.'] } }
  const leftAt: Instant = at.toMillis()
  if (Math.abs(leftAt - now()) <= 366 * day) return { leftAt }
  return { problems: { left_on: ['Choose a day at most a year back or ahead.'] } }
}

/** Day and hour of now, as the form's fields take them. */
export function nowInFields() {
  const at = DateTime.fromMillis(now(), { zone: service.timeZone })
  return { day: at.toFormat('yyyy-MM-dd'), hour: at.toFormat('HH:mm') }
}
