import { HolidayDesk } from '#app/doors/http/forms/holiday_desk'
import type { HttpContext } from '@adonisjs/core/http'

/** Holidays of the federal government, ticked and not typed. */
export default class FederalHolidaysController {
  store(ctx: HttpContext) {
    return new HolidayDesk('operations', null).storeFederal(ctx)
  }
}
