import { HolidayDesk } from '#app/doors/http/forms/holiday_desk'
import type { HttpContext } from '@adonisjs/core/http'

const deskOf = () => new HolidayDesk('operations', null)

/** The holidays that the desks of all agencies observe. */
export default class HolidaysController {
  index(ctx: HttpContext) {
    return deskOf().index(ctx)
  }

  store(ctx: HttpContext) {
    return deskOf().storeLines(ctx)
  }

  destroy(ctx: HttpContext) {
    return deskOf().destroy(ctx)
  }
}
