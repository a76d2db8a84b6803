import { readerOf } from '#app/doors/http/access/reader_of'
import { askedOf, type Problems } from '#app/doors/http/forms/asked'
import { inFields, wallTime } from '#app/doors/http/forms/wall_time'
import { now, type Instant } from '#app/shared/clock'
import Organization from '#app/organizations/organization'
import type { Reader } from '#app/support/audience'
import { answerFor, answerWithout } from '#app/support/escalation/answering'
import { severities } from '#app/support/records/entry_kinds'
import type { PublishedEdition } from '#app/support/records/published_editions'
import { recordFor } from '#app/support/records/reading'
import { programsFor } from '#app/support/records/record_list'
import type { HttpContext } from '@adonisjs/core/http'
import { validate as isUuid } from 'uuid'

/** "Who do I call right now?", as an address asks it, with its answer: for a program, a severity and a moment. */
export async function escalationAsked(ctx: HttpContext) {
  const asked: Asked = askedOf(ctx, ['program', 'agency', 'severity', 'on', 'at'])
  const reader = await readerOf(ctx)
  const programs = await programsFor(reader)
  const problems: Problems = {}
  const agency = await agencyAsked(asked, reader)
  const program =
    programAsked(programs, asked, problems) ?? programs.find((one) => one.agency.id === agency?.id)
  const record = program && (await recordFor(reader, program.id))
  const at = momentAsked(asked, problems)
  const severity = severities.find(({ value }) => value === asked.severity)?.value ?? 'problem'
  const isAbout = { severity, at }
  const answer = record ? await answerFor(record, isAbout) : await answerWithout(agency, isAbout)
  const isNow = !asked.on && !asked.at
  return { asked, problems, programs, record, agency, severity, at, isNow, answer }
}

type Asked = Record<string, string>

/** The program that is named, or the first one of the agency that is. */
function programAsked(programs: PublishedEdition[], asked: Asked, problems: Problems) {
  if (!asked.program) return undefined
  const program = programs.find(({ id, agency }) => [id, agency.id].includes(asked.program))
  if (!program) problems.program = ['There is no such program here. Choose one of the list.']
  return program
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
