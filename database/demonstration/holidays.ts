import Account from '#app/accounts/account'
import { now } from '#app/shared/clock'
import { federalHolidays } from '#app/support/escalation/federal_holidays'
import Holiday from '#app/support/escalation/holiday'
import { addFederalHolidays } from '#app/support/escalation/holiday_keeping'
import { dayNear } from '#app/support/escalation/wall_clock'
import service from '#config/service'

/** What all agencies observe this year and next: the federal holidays. */
export async function enterHolidays() {
  if (await Holiday.query().first()) return
  const operator = await Account.query()
    .where('username', 'operator')
    .preload('organization')
    .preload('grants')
    .firstOrFail()
  const thisYear = Number(dayNear(now(), service.timeZone).slice(0, 4))
  for (const year of [thisYear, thisYear + 1]) {
    const days = federalHolidays(year).map(({ day }) => day)
    await addFederalHolidays(operator, null, year, days)
  }
}
