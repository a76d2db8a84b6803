import { minute, type Instant } from '#app/shared/clock'
import {
  capital,
  leadTo,
  tailOf,
  titleOf,
  withArticle,
  type Call,
} from '#app/support/escalation/call'
import { readHours } from '#app/support/escalation/hours_reading'
import { openingInWords } from '#app/support/escalation/moment_words'
import { isOpenAt, nextOpening, type Holidays } from '#app/support/escalation/opening'
import type { EntryAbsence } from '#app/support/escalation/people'
import {
  isSameLine,
  isSameNumber,
  phoneNumber,
  type PhoneNumber,
} from '#app/support/escalation/phone_number'
import { calleesOf, reach, type Outcome } from '#app/support/escalation/reaching'
import { said, type Entry } from '#app/support/records/entry'
import { severities, type Severity } from '#app/support/records/entry_kinds'

/** A line that is there beside a program's own levels. */
export interface Desk {
  name: string
  /** As it is written anywhere: "860-622-2300, option 9". */
  phone: string
  /** In somebody's own words; kept if they can be read as hours. */
  hours?: string | null
}

export interface Question {
  /** What the reader may know, and nothing else. */
  entries: Entry[]
  absences: EntryAbsence[]
  holidays: Holidays
  severity: Severity
  at: Instant
  /** The service's. */
  zone: string
  agencyDesk?: Desk
  /** Always there. */
  centralDesk: Desk
  /** Whether the reader may know how long somebody is away. */
  tellsUntilWhen: boolean
}

/** One call, as a sentence and in the parts around its number. */
export interface Step {
  sentence: string
  lead: string
  number: PhoneNumber
  tail: string
  name?: string
}

export interface Answer extends Step {
  then: (Step & { afterMinutes: number })[]
  /** The service's central desk: what is left when all else fails. */
  fallback: Step
  because: string[]
  /** When the first of the program's own people can be reached, if none can now. */
  opens?: string
}

interface Planned {
  call: Call
  waitMinutes: number
}

/** How long to wait at a line that says nothing of it. */
const usualWaitMinutes = 15

/**
 * "Who do I call right now?" Walks the levels of a program in their order, each at the moment at which one would come to
 * it, then the agency's own help desk; the service's central desk is always there, so that no answer is empty.
 */
export function whomToCall(question: Question): Answer {
  const { planned, because, opens } = walk(question)
  const central = callAt(question.centralDesk)
  const isNew = ({ number }: Call) => !planned.some(({ call }) => isSameNumber(call.number, number))
  if (isNew(central)) planned.push({ call: central, waitMinutes: usualWaitMinutes })
  const [first, ...others] = planned
  const then = others.map(({ call }, at) => ({
    ...step(`If nobody answers within ${minutes(planned[at].waitMinutes)}, call`, call),
    afterMinutes: planned[at].waitMinutes,
  }))
  return { ...step('Call', first.call), then, fallback: step('Call', central), because, opens }
}

function walk(question: Question) {
  const planned: Planned[] = []
  const because: string[] = []
  let opens: Outcome['opens']
  let at = question.at
  const take = ({ call, ...outcome }: Outcome, waitMinutes: number) => {
    because.push(...outcome.because)
    if (outcome.opens && (!opens || outcome.opens.at < opens.at)) opens = outcome.opens
    if (!call || planned.some((one) => isSameNumber(one.call.number, call.number))) return
    planned.push({ call, waitMinutes })
    at += waitMinutes * minute
  }
  for (const level of question.entries.filter(({ kind }) => kind === 'level')) {
    if (isFor(level, question.severity)) take(reach(level, question, at), waitOf(level))
    else because.push(...notFor(level, question))
  }
  const areLevelsShut = !planned.length
  const { agencyDesk } = question
  /** Who was put through by a menu option need not call the same line again without one. */
  const isNew =
    agencyDesk && !planned.some(({ call }) => isSameLine(call.number, callAt(agencyDesk).number))
  if (isNew) take(reachDesk(agencyDesk, question, at), usualWaitMinutes)
  return {
    planned,
    because: [...new Set(because)],
    opens: areLevelsShut ? opening(opens, question) : undefined,
  }
}

const ranks = severities.map(({ value }) => value as string)
const isFor = (level: Entry, asked: Severity) => {
  const rank = ranks.indexOf(said(level, 'severity'))
  return rank >= 0 && rank <= ranks.indexOf(asked)
}

function notFor(level: Entry, { entries }: Question) {
  const named = severities.find(({ value }) => value === said(level, 'severity'))
  const name = calleesOf(level, entries).map(titleOf)[0]
  if (!named || !name) return []
  const from = named.value === 'incident' ? 'for an incident only' : `from a ${named.value} on`
  return [`${capital(name)} is called ${from}.`]
}

const waitOf = (level: Entry) => Number(said(level, 'waitMinutes')) || usualWaitMinutes

function reachDesk(desk: Desk, question: Question, at: Instant): Outcome {
  const call = callAt(desk)
  const read = readHours(desk.hours ?? '')
  if ('problem' in read) {
    const known = desk.hours
      ? `read “${desk.hours}”: whether anybody is there now is not known`
      : 'are not recorded'
    return { call, because: [`The hours of ${call.name} ${known}.`] }
  }
  if (isOpenAt(read.hours, question.zone, at, question.holidays)) return { call, because: [] }
  const next = nextOpening(read.hours, question.zone, at, question.holidays)
  const until = next === null ? '' : ` until ${openingInWords(next, at, question.zone)}`
  const because = [`${capital(call.name!)} is closed${until}.`]
  return { because, opens: next === null ? undefined : { at: next, name: call.name! } }
}

function opening(opens: Outcome['opens'], { at, zone }: Question) {
  if (!opens) return undefined
  return `${capital(opens.name)} can be reached again from ${openingInWords(opens.at, at, zone)} on.`
}

const callAt = ({ name, phone }: Desk): Call => ({
  name: withArticle(name),
  number: phoneNumber(phone) ?? { text: phone },
})

const minutes = (count: number) => `${count} ${count === 1 ? 'minute' : 'minutes'}`

function step(begin: string, call: Call): Step {
  const lead = [begin, leadTo(call)].filter(Boolean).join(' ')
  const tail = `${tailOf(call)}.`
  return {
    sentence: `${lead} ${call.number.text}${tail}`,
    lead,
    number: call.number,
    tail,
    name: call.name,
  }
}
