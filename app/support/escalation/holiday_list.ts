import type Account from '#app/accounts/account'
import { federalHolidays } from '#app/support/escalation/federal_holidays'
import Holiday from '#app/support/escalation/holiday'
import { permitHolidays, type Keeper } from '#app/support/escalation/holiday_keeping'

/** The holidays of one year as their keeper is shown them: own ones, those of all, and federal ones that are in neither. */
export async function holidaysOf(by: Account, keeper: Keeper, year: number) {
  await permitHolidays(by, keeper)
  const own = await Holiday.of(keeper?.id ?? null, year).preload('creator')
  const ofAll = keeper ? await Holiday.of(null, year) : []
  const known = new Set([...own, ...ofAll].map(({ day }) => day))
  const federal = federalHolidays(year).filter(({ day }) => !known.has(day))
  return { year, own, ofAll, federal }
}
