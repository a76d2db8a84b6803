import { byTheQuarter, known, quarter } from '#app/doors/http/views/known'
import service from '#config/service'
import { day, hour, minute, now, second, type Instant } from '#app/shared/clock'

const zone = service.timeZone
const locale = 'en-US'
const toTheMinute = new Intl.DateTimeFormat(locale, {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: zone,
})
const zoneName = new Intl.DateTimeFormat(locale, { timeZoneName: 'short', timeZone: zone })
const toTheDay = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: zone })
const apart = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
const plain = new Intl.NumberFormat(locale)

/** Each unit with its length and from when on it is used: 59 days say more than one month. */
const steps = [
  ['year', 365 * day, 730 * day],
  ['month', 30 * day, 90 * day],
  ['day', day, day],
  ['hour', hour, hour],
  ['minute', minute, minute],
] as const

/** "Nov 22, 2026, 1:05 AM EST": an instant as a person of the service's zone writes it. */
export function instantInWords(at: Instant) {
  const { before, minutes, after } = quarterInWords(at)
  const shown = minutes + Math.floor((at % quarter) / minute)
  return `${before}${String(shown).padStart(2, '0')}${after}`
}

/** What stands before and after the minutes. Days begin, and clocks change, at a quarter of an hour. */
const quarterInWords = byTheQuarter((at) => {
  const parts = toTheMinute.formatToParts(at)
  const minutes = parts.findIndex(({ type }) => type === 'minute')
  const words = (some: Intl.DateTimeFormatPart[]) =>
    some.map(({ value }) => value.replace('\u202F', ' ')).join('')
  const zoned = zoneName.formatToParts(at).find(({ type }) => type === 'timeZoneName')!.value
  return {
    before: words(parts.slice(0, minutes)),
    minutes: Number(parts[minutes].value),
    after: `${words(parts.slice(minutes + 1))} ${zoned}`,
  }
})

/** "Jan 21, 2027": the day alone, where the hour says nothing. */
export const dayInWords = byTheQuarter((at) => toTheDay.format(at))

const inUnits = (unit: Intl.RelativeTimeFormatUnit) => known((far) => apart.format(far, unit))
const apartInWords = {
  year: inUnits('year'),
  month: inUnits('month'),
  day: inUnits('day'),
  hour: inUnits('hour'),
  minute: inUnits('minute'),
}

/**
 * "3 hours ago", "in 60 days": how far an instant is from this one. What has passed counts in whole units; what is to come
 * is rounded, so that a file that stays 60 days says so on its first day.
 */
export function distanceInWords(at: Instant, from: Instant = now()) {
  const far = at - from
  const step = steps.find(([, , least]) => Math.abs(far) >= least)
  if (!step) return Math.abs(far) < 10 * second ? 'just now' : far < 0 ? 'a moment ago' : 'soon'
  return apartInWords[step[0]](far < 0 ? Math.trunc(far / step[1]) : Math.round(far / step[1]))
}

export const numberInWords = (value: number) => (value < 1000 ? String(value) : plain.format(value))

/** "1 folder", "1,204 folders", "2 people". */
export const counted = (count: number, one: string, many = `${one}s`) =>
  `${numberInWords(count)} ${count === 1 ? one : many}`

/** "1 line ending", "1,204 line endings": what ASCII mode changed. */
export const lineEndingsInWords = (count: number) =>
  `${numberInWords(count)} line ${count === 1 ? 'ending' : 'endings'}`

const units = ['KB', 'MB', 'GB', 'TB', 'PB']

/** "1.4 MB": a size as file windows show it, in steps of 1,024. */
export function sizeInWords(sizeBytes: number) {
  if (sizeBytes < 1024) return sizeBytes === 1 ? '1 byte' : `${sizeBytes} bytes`
  const power = Math.min(Math.floor(Math.log2(sizeBytes) / 10), units.length)
  const value = sizeBytes / 1024 ** power
  const shown = value < 9.95 ? value.toFixed(1) : plain.format(Math.round(value))
  return `${shown} ${units[power - 1]}`
}
