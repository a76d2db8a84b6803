import { readHours } from '#app/support/escalation/hours_reading'
import { isOneAddress } from '#app/messages/tell'
import { IANAZone } from 'luxon'

/** What is wrong with a value, as a sentence that says how to mend it; undefined when nothing is. */
type Check = (value: string) => string | undefined

const line =
  (most: number): Check =>
  (value) =>
    value.length > most || /\p{Cc}/u.test(value)
      ? `Write it in one line of at most ${most} characters.`
      : undefined

/** Line breaks are fine where there is room for several lines; a NUL is nothing that PostgreSQL keeps. */
const text: Check = (value) => {
  if (value.length > 2000) return 'Write at most 2,000 characters.'
  return /[^\P{Cc}\n\t]/u.test(value) ? 'Write letters, digits and signs only.' : undefined
}

const phone: Check = (value) =>
  line(60)(value) ??
  (/\d{3}/.test(value.replace(/[\s().-]/g, ''))
    ? undefined
    : 'Write the number as it is dialed, such as 860-263-6281.')

const email: Check = (value) =>
  value.length <= 254 && isOneAddress(value)
    ? undefined
    : 'Write one mail address, such as name@example.gov.'

/** A page or a host: what a person types into a browser or a client. Scripts and files are no addresses of a service. */
const address: Check = (value) => {
  const mended = 'Write a web address such as https://sft.example.gov/, or sftp://… for a client.'
  if (value.length > 500 || /\s/.test(value) || !URL.canParse(value)) return mended
  return ['http:', 'https:', 'sftp:', 'ftps:'].includes(new URL(value).protocol)
    ? undefined
    : mended
}

const timeZone: Check = (value) =>
  IANAZone.isValidZone(value)
    ? undefined
    : 'Write the name of a time zone, such as America/New_York.'

const hours: Check = (value) => {
  const tooLong = line(200)(value)
  if (tooLong) return tooLong
  const read = readHours(value)
  return 'problem' in read ? read.problem : undefined
}

const minutes: Check = (value) =>
  /^\d{1,4}$/.test(value) && Number(value) >= 1 && Number(value) <= 1440
    ? undefined
    : 'Write a number of minutes from 1 to 1440.'

const none: Check = () => undefined

/** The kinds of value that a field takes. References and choices are checked by who knows what can be chosen. */
export const fieldTypes = {
  line: line(200),
  text,
  phone,
  email,
  address,
  timeZone,
  minutes,
  hours,
  username: line(100),
  desk: none,
  callee: none,
  choice: none,
} satisfies Record<string, Check>

export type FieldType = keyof typeof fieldTypes
