import type Organization from '#app/organizations/organization'
import { day, type Instant } from '#app/shared/clock'
import type { Reader } from '#app/support/audience'
import Absence from '#app/support/escalation/absence'
import Holiday from '#app/support/escalation/holiday'
import { absencesAmong, departedAmong } from '#app/support/escalation/people'
import { whomToCall, type Desk } from '#app/support/escalation/whom_to_call'
import type { Severity } from '#app/support/records/entry_kinds'
import { recordsFor, type ShownRecord } from '#app/support/records/reading'
import service from '#config/service'

interface Asked {
  severity: Severity
  at: Instant
}

/** As far ahead as an answer looks for who opens next. */
const ahead = 8 * day

const centralDesk = (): Desk => ({ name: `${service.name} help desk`, phone: service.helpDesk })

/** Whom to call about a program, as its record shows itself to a reader. */
export async function answerFor(record: ShownRecord, { severity, at }: Asked) {
  const { organization, edition, entries, audience } = record
  const absences = await Absence.around(organization.id, at, at + ahead)
  return whomToCall({
    entries,
    absences: [
      ...absencesAmong(edition.entries, absences),
      ...(await departedAmong(organization.id, edition.entries)),
    ],
    holidays: await Holiday.observedBy(organization.id, at),
    severity,
    at,
    zone: service.timeZone,
    agencyDesk: deskOf(organization),
    centralDesk: centralDesk(),
    tellsUntilWhen: audience !== 'public',
  })
}

/** Whom to call where no program is known: the agency's help desk, if it is known which, and the service's central desk. */
export async function answerWithout(organization: Organization | null, { severity, at }: Asked) {
  return whomToCall({
    ...{ entries: [], absences: [], severity, at, tellsUntilWhen: false },
    holidays: await Holiday.observedBy(organization?.id ?? null, at),
    zone: service.timeZone,
    agencyDesk: organization ? deskOf(organization) : undefined,
    centralDesk: centralDesk(),
  })
}

/** Whom to call about an agency's programs, each as far as the reader may know of it; never nobody. */
export async function answersFor(reader: Reader, organization: Organization, asked: Asked) {
  const records = await recordsFor(reader, organization.id)
  if (!records.length) return [{ program: null, answer: await answerWithout(organization, asked) }]
  return Promise.all(
    records.map(async (record) => ({
      program: record.program,
      answer: await answerFor(record, asked),
    }))
  )
}

function deskOf({
  name,
  helpDeskName,
  helpDeskPhone,
  helpDeskHours,
}: Organization): Desk | undefined {
  if (!helpDeskPhone) return undefined
  return { name: helpDeskName || `${name} help desk`, phone: helpDeskPhone, hours: helpDeskHours }
}
