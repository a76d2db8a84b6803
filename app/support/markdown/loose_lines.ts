import { isOneAddress } from '#app/messages/tell'
import service from '#config/service'
import { DateTime } from 'luxon'

type Loose = 'date' | 'address' | 'email' | 'phone' | 'postalAddress' | 'name'

const dates = ['MMMM d, yyyy', 'MMM d, yyyy', 'yyyy-MM-dd', 'M/d/yyyy']

/** The day that a text writes, as "June 29, 2022"; undefined if it is no day. */
export function dayWritten(text: string) {
  const days = dates.map((format) =>
    DateTime.fromFormat(text, format, { zone: service.timeZone, locale: 'en-US' })
  )
  const day = days.find(({ isValid }) => isValid)
  return day?.toFormat('MMMM d, yyyy', { locale: 'en-US' })
}

/** What a line without a label is about, by how it looks. */
export function looksLike(text: string): Loose {
  if (dayWritten(text)) return 'date'
  if (/^[a-z]+:\/\/\S+$/i.test(text)) return 'address'
  if (isOneAddress(text)) return 'email'
  if (/^[+(]?\d[\d\s().+-]{5,}$/.test(text)) return 'phone'
  return /\d|,\s*[A-Z]{2}\b/.test(text) ? 'postalAddress' : 'name'
}

/** "Phone: 860-263-6281": the word before the colon, and the rest. An address of the web has a colon, too. */
export function labelled(text: string): { label: string; value: string } | undefined {
  const [, label, value] = /^([\p{L}][\p{L} .()-]{0,40}?)\s*:(?!\/\/)\s*(.*)$/u.exec(text) ?? []
  return label === undefined ? undefined : { label, value }
}
