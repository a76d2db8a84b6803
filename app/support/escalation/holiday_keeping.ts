import type Account from '#app/accounts/account'
import type { Problems } from '#app/accounts/passwords/new_password'
import { permit } from '#app/audit/decide'
import { record } from '#app/audit/record'
import type Organization from '#app/organizations/organization'
import { inTransaction, type Trx } from '#app/shared/transaction'
import { federalHolidays, type Day } from '#app/support/escalation/federal_holidays'
import Holiday from '#app/support/escalation/holiday'
import { readHolidayLines } from '#app/support/escalation/holiday_lines'

/** Whose holidays: an agency's, or null for those that all observe. */
export type Keeper = Organization | null

export type Added = { added: Day[]; known: number } | { problems: Problems }

/** Asks whether somebody keeps these holidays: also before they are listed. */
export const permitHolidays = (by: Account, keeper: Keeper, trx?: Trx) =>
  keeper ? permit(by, 'holiday.keep', keeper, trx) : permit(by, 'holiday.keep_for_all', null, trx)

/** Adds pasted lines: all of them, or none if one is wrong. */
export function addHolidayLines(by: Account, keeper: Keeper, text: string) {
  return inTransaction(async (trx): Promise<Added> => {
    await permitHolidays(by, keeper, trx)
    const read = readHolidayLines(text)
    if ('problems' in read) return { problems: { lines: read.problems } }
    return add(by, keeper, { days: read.days, field: 'lines' }, trx)
  })
}

/** Adds chosen federal holidays of a year; days that are none are as if they were not chosen. */
export function addFederalHolidays(by: Account, keeper: Keeper, year: number, chosen: string[]) {
  return inTransaction(async (trx): Promise<Added> => {
    await permitHolidays(by, keeper, trx)
    const days = federalHolidays(year).filter(({ day }) => chosen.includes(day))
    if (!days.length) return { problems: { days: ['Tick at least one day.'] } }
    return add(by, keeper, { days, field: 'days' }, trx)
  })
}

/** False if somebody removed it in the meantime. */
export function removeHoliday(by: Account, keeper: Keeper, holiday: Holiday) {
  return inTransaction(async (trx) => {
    await permitHolidays(by, keeper, trx)
    const removed = await Holiday.query({ client: trx }).where('id', holiday.id).delete()
    if (Number(removed) !== 1) return false
    await record('holiday.removed', { actor: by, subject: holiday }, trx)
    return true
  })
}

interface Wanted {
  days: Day[]
  /** The field of the form that named them. */
  field: string
}

async function add(by: Account, keeper: Keeper, { days, field }: Wanted, trx: Trx): Promise<Added> {
  const there = await namesOn(keeper, days, trx)
  const clashes = days.filter(({ day, name }) => (there.get(day) ?? name) !== name)
  if (clashes.length) {
    const sentences = clashes.map(
      ({ day }) => `${day} is there as ${there.get(day)}. Remove that one first.`
    )
    return { problems: { [field]: sentences } }
  }
  const fresh = [...new Map(days.map((day) => [day.day, day])).values()].filter(
    ({ day }) => !there.has(day)
  )
  for (const day of fresh) {
    const organizationId = keeper?.id ?? null
    const holiday = await Holiday.create(
      { ...day, organizationId, createdBy: by.id },
      { client: trx }
    )
    await record('holiday.added', { actor: by, subject: holiday }, trx)
  }
  return { added: fresh, known: days.length - fresh.length }
}

async function namesOn(keeper: Keeper, days: Day[], trx: Trx) {
  const query = Holiday.query({ client: trx }).whereIn(
    'day',
    days.map(({ day }) => day)
  )
  if (keeper) query.where('organizationId', keeper.id)
  else query.whereNull('organizationId')
  const there = await query
  return new Map(there.map(({ day, name }) => [day, name]))
}
