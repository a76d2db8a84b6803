import { line } from '#app/doors/http/forms/fields'
import { announcementKinds, announcementPlaces } from '#app/support/announcements/announcement'
import vine, { SimpleMessagesProvider } from '@vinejs/vine'

/** Browsers send two signs for the end of a line and count one. */
const tidied = (value: unknown) =>
  typeof value === 'string'
    ? value.normalize('NFC').replaceAll(/\r\n?/g, '\n').trim() || null
    : (value ?? null)

const words = () =>
  vine
    .string()
    .parse(tidied)
    .maxLength(1000)
    .regex(/^[^\p{Cc}]*(?:[\n\t]+[^\p{Cc}]*)*$/u)

const day = () => line(20).regex(/^\d{4}-\d{2}-\d{2}$/)
const hour = () =>
  line(20)
    .regex(/^([01]?\d|2[0-3]):[0-5]\d$/)
    .nullable()

const fields = {
  heading: line(120),
  words: words(),
  kind: vine.enum(announcementKinds),
  starts_on: day().nullable(),
  starts_at: hour(),
  ends_on: day(),
  ends_at: hour(),
}

const messages = new SimpleMessagesProvider({
  'heading.required': 'Say in one line what it is about.',
  'heading.regex': 'Write the heading on one line.',
  'words.required': 'Say what people should know.',
  'kind': 'Choose what kind of announcement this is.',
  'kind.required': 'Choose what kind of announcement this is.',
  'kind.enum': 'Choose what kind of announcement this is.',
  'place.required': 'Choose where it is shown.',
  'place.enum': 'Choose where it is shown.',
  'starts_on.regex': 'Write the day like 2027-01-31.',
  'ends_on.required': 'Say on which day it ends, like 2027-01-31.',
  'ends_on.regex': 'Write the day like 2027-01-31.',
  'starts_at.regex': 'Write the hour like 14:30.',
  'ends_at.regex': 'Write the hour like 14:30.',
  'maxLength': 'Use at most {{ max }} characters.',
  'regex': 'Use letters, digits and signs only.',
  'string': 'Write this as text.',
})

/** What who runs the service says; whether agencies' lists show it is no question. */
export const serviceValidator = vine.create({ ...fields, place: vine.enum(announcementPlaces) })
serviceValidator.messagesProvider = messages

/** What an agency says. A check box that is not ticked is not sent at all. */
export const agencyValidator = vine.create({ ...fields, is_public: vine.accepted().optional() })
agencyValidator.messagesProvider = messages
