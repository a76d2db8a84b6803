import type { Problems } from '#app/accounts/passwords/new_password'
import { wallTime } from '#app/doors/http/forms/wall_time'
import { minute, type Instant } from '#app/shared/clock'
import type { NewAbsence } from '#app/support/escalation/absence_keeping'
import { DateTime } from 'luxon'
import service from '#config/service'

type Typed = Record<string, unknown>

/** The form as an absence. Without times whole days are meant, the last one included. */
export function typedAbsence(form: Typed): NewAbsence | { problems: Problems } {
  const problems: Problems = {}
  const person = lineOf(form.person)
  if (!person) problems.person = ['Choose who is absent.']
  const from = instantIn(form, 'from', problems)
  const until = instantIn(form, 'until', problems)
  if (Object.keys(problems).length) return { problems }
  return { person, from, until }
}

const lineOf = (value: unknown) => (typeof value === 'string' ? value.trim() : '')

function instantIn(form: Typed, end: 'from' | 'until', problems: Problems): Instant {
  const [on, at] = [lineOf(form[`${end}_on`]), lineOf(form[`${end}_at`])]
  if (!on)
    problems[`${end}_on`] = [
      `Say ${end === 'from' ? 'the first' : 'the last'} day, like 2027-01-31.`,
    ]
  else if (!at) return wholeDay(on, end, problems)
  else {
    const read = wallTime(on, at)
    if ('at' in read) return read.at
    problems[`${end}_${read.wrong === 'day' ? 'on' : 'at'}`] = [read.sentence]
  }
  return 0
}

/** Noon is there on every day; midnights are not in all zones. */
function wholeDay(on: string, end: 'from' | 'until', problems: Problems): Instant {
  const read = wallTime(on, '12:00')
  if (!('at' in read)) problems[`${end}_on`] = [read.sentence]
  const day = DateTime.fromMillis('at' in read ? read.at : minute, { zone: service.timeZone })
  return (end === 'from' ? day.startOf('day') : day.plus({ days: 1 }).startOf('day')).toMillis()
}
