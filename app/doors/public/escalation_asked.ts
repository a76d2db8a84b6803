import { readerOf } from '#app/doors/http/access/reader_of'
import { askedOf, type Problems } from '#app/doors/http/forms/asked'
import { inFields, wallTime } from '#app/doors/http/forms/wall_time'
import { now, type Instant } from '#app/shared/clock'
import Organization from '#app/organizations/organization'
import type { Reader } from '#app/support/audience'
import { answerFor, answerWithout } from '#app/support/escalation/answering'
import { severities } from '#app/support/records/entry_kinds'
import { recordsFor, type ShownRecord } from '#app/support/records/reading'
import type { HttpContext } from '@adonisjs/core/http'
import { validate as isUuid } from 'uuid'

/** "Who do I call right now?", as an address asks it, with its answer: for a program, a severity and a moment. */
export async function escalationAsked(ctx: HttpContext) {
  const asked: Asked = askedOf(ctx, ['program', 'agency', 'severity', 'on', 'at'])
  const reader = await readerOf(ctx)
  const records = await recordsFor(reader)
  const problems: Problems = {}
  const agency = await agencyAsked(asked, reader)
  const record =
    recordAsked(records, asked, problems) ??
    records.find(({ organization }) => organization.id === agency?.id)
  const at = momentAsked(asked, problems)
  const severity = severities.find(({ value }) => value === asked.severity)?.value ?? 'problem'
  const isAbout = { severity, at }
  const answer = record ? await answerFor(record, isAbout) : await answerWithout(agency, isAbout)
  return { asked, problems, records, record, agency, severity, at, isNow: !asked.on && !asked.at, answer }
}

type Asked = Record<string, string>

/** The program that is named, or the first one of the agency that is. */
function recordAsked(records: ShownRecord[], { program: named }: Asked, problems: Problems) {
  if (!named) return undefined
  const isNamed = ({ program, organization }: ShownRecord) => [program.id, organization.id].includes(named)
  const record = records.find(isNamed)
  if (!record) problems.program = ['There is no such program here. Choose one of the list.']
  return record
}

/** The agency that is asked for, or, if nothing is asked at all, the reader's own. */
async function agencyAsked({ agency, program, severity }: Asked, reader: Reader) {
  if (program) return null
  const id = agency || (severity ? '' : reader?.organizationId)
  return id && isUuid(id) ? Organization.query().withScopes((scopes) => scopes.openAgencies()).where({ id }).first() : null
}

function momentAsked({ on, at }: Asked, problems: Problems): Instant {
  if (!on && !at) return now()
  const read = wallTime(on || inFields(now()).on, at || 'none')
  if ('at' in read) return read.at
  const sentence = at || read.wrong === 'day' ? read.sentence : 'Say at what time on this day, like 14:30.'
  problems[read.wrong === 'day' ? 'on' : 'at'] = [sentence]
  return now()
}
