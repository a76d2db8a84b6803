import { piecesOf, type Piece } from '#app/doors/http/views/linked_words'
import {
  dayInWords,
  distanceInWords,
  instantInWords,
  numberInWords,
  sizeInWords,
} from '#app/doors/http/views/wording'
import type { Instant } from '#app/shared/clock'
import type { PhoneNumber } from '#app/support/escalation/phone_number'
import edge from 'edge.js'

const { safe, escape } = edge.globals.html

/** What a page shows of an instant: the time with its zone, and how long ago or ahead that is. */
export function when(at: Instant | null | undefined) {
  return at ? timed(at, instantInWords(at)) : ''
}

/** The same by the day, for what happens some time on that day: "Jan 21, 2027 (in 59 days)". */
export function day(at: Instant | null | undefined) {
  return at ? timed(at, dayInWords(at)) : ''
}

function timed(at: Instant, words: string) {
  const machine = `${new Date(at).toISOString().slice(0, -5)}Z`
  return safe(
    `<time datetime="${machine}">${words}</time> <span class="ago">(${distanceInWords(at)})</span>`
  )
}

/** A size in human units; the exact bytes are in the title. */
export function bytes(sizeBytes: number) {
  const exact = `${numberInWords(sizeBytes)} bytes`
  return safe(
    `<data value="${Number(sizeBytes)}" title="${exact}">${sizeInWords(sizeBytes)}</data>`
  )
}

/** A day of the calendar, "2026-12-25", as a person says it: "Friday, December 25, 2026". */
export const calendarDay = (written: string) => calendar.format(Date.parse(`${written}T00:00:00Z`))

const calendar = new Intl.DateTimeFormat('en-US', { dateStyle: 'full', timeZone: 'UTC' })

/** A telephone number that a telephone dials when it is pressed. */
export const dialed = ({ text, dialed: number }: PhoneNumber) =>
  number ? safe(`<a href="tel:${escape(number)}">${escape(text)}</a>`) : text

/** A path, which may go on in the next line behind a slash, rather than within a word. */
export const pathway = (path: string) => safe(escape(path).replace(/(?<=.)\/(?=.)/g, '/<wbr>'))

/** What somebody wrote as plain text: line breaks stay, web addresses become links. */
export const linked = (text: string) => safe(piecesOf(text).map(pieceWritten).join(''))

const pieceWritten = ({ words, href }: Piece) =>
  href
    ? `<a href="${escape(href)}" rel="noreferrer">${escape(words)}</a>`
    : escape(words).replaceAll('\n', '<br>')

/** A small picture beside a word; it says nothing that the word does not say. */
export const icon = (name: string) =>
  safe(`<span class="icon icon-${escape(name)}" aria-hidden="true"></span>`)

/**
 * Attributes from values, each escaped: Edge's own `toAttrs` writes quotes as they come.
 * What is empty is left out; `true` stands for an attribute without a value.
 */
export function attrs(values: Record<string, unknown>) {
  const written = Object.entries(values)
    .filter(([name, value]) => /^[a-z][a-z0-9:_-]*$/i.test(name) && isPresent(value))
    .map(([name, value]) => (value === true ? name : `${name}="${escape(String(value))}"`))
  return safe(written.length ? ` ${written.join(' ')}` : '')
}

const isPresent = (value: unknown) => value !== undefined && value !== null && value !== false
