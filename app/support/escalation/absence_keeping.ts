import type Account from '#app/accounts/account'
import type { Problems } from '#app/accounts/passwords/new_password'
import { permit } from '#app/audit/decide'
import { record } from '#app/audit/record'
import Organization from '#app/organizations/organization'
import { day, now, type Instant } from '#app/shared/clock'
import { inTransaction } from '#app/shared/transaction'
import service from '#config/service'
import Absence from '#app/support/escalation/absence'
import { peopleIn } from '#app/support/escalation/people'
import { untilInWords } from '#app/support/escalation/moment_words'
import { recordsFor } from '#app/support/records/reading'

/** Longer than any leave; whoever is away longer belongs out of the record. */
export const mostDays = 400

export interface NewAbsence {
  /** The key of somebody named in the agency's records. */
  person: string
  from: Instant
  until: Instant
}

/** Who can be absent: everybody named in what the agency has published. */
export async function peopleNamed(by: Account) {
  const records = await recordsFor(by, by.organizationId)
  return peopleIn(records.flatMap(({ entries }) => entries))
}

/** Enters that somebody is away. The same once more is a problem, so that a second click enters nothing. */
export async function enterAbsence(by: Account, typed: NewAbsence) {
  const people = await peopleNamed(by)
  return inTransaction(async (trx): Promise<Absence | { problems: Problems }> => {
    await permit(by, 'absence.keep', by.organization, trx)
    const person = people.find(({ key }) => key === typed.person)
    if (!person) return { problems: { person: ['Choose one of the list.'] } }
    const { organizationId } = by
    await Organization.locked(organizationId, trx)
    const others = await Absence.around(organizationId, typed.from, typed.until, trx)
    const wrong = faultOf(
      typed,
      others.find(({ name, email }) => peopleKey(name, email) === person.key)
    )
    if (wrong) return { problems: wrong }
    const { name, email } = person
    const absence = await Absence.create(
      { organizationId, name, email, fromAt: typed.from, untilAt: typed.until, createdBy: by.id },
      { client: trx }
    )
    await record('absence.entered', { actor: by, subject: absence, details: timesOf(absence) }, trx)
    return absence
  })
}

/** False if it was cancelled before, or is over: then nothing is done. */
export function cancelAbsence(by: Account, absence: Absence) {
  return inTransaction(async (trx) => {
    await permit(by, 'absence.keep', by.organization, trx)
    const cancelled = await Absence.query({ client: trx })
      .where('id', absence.id)
      .whereNull('cancelledAt')
      .where('untilAt', '>', now())
      .update({ cancelledAt: now(), cancelledBy: by.id })
    if (Number(cancelled) !== 1) return false
    const details = timesOf(absence)
    await record('absence.cancelled', { actor: by, subject: absence, details }, trx)
    return true
  })
}

const peopleKey = (name: string, email: string | null) =>
  (email || name).normalize('NFC').toLowerCase()

function faultOf({ from, until }: NewAbsence, other: Absence | undefined): Problems | undefined {
  if (until <= from) return { until_on: ['Choose an end after the beginning.'] }
  if (until <= now()) return { until_on: ['Choose an end that is not over yet.'] }
  if (until - from > mostDays * day) return { until_on: [`Choose at most ${mostDays} days.`] }
  if (!other) return
  const there = `${untilInWords(other.fromAt, service.timeZone)} until ${untilInWords(other.untilAt, service.timeZone)}`
  return {
    from_on: [`${other.name} is entered as absent from ${there} already. Cancel that first.`],
  }
}

const timesOf = ({ fromAt, untilAt }: Absence) => ({
  from: untilInWords(fromAt, service.timeZone),
  until: untilInWords(untilAt, service.timeZone),
})
