import { HolidayDesk } from '#app/doors/http/forms/holiday_desk'
import type { HttpContext } from '@adonisjs/core/http'

const deskOf = ({ auth }: HttpContext) =>
  new HolidayDesk('liaison', auth.getUserOrFail().organization)

/** The agency's own holidays, beside those that all observe. */
export default class HolidaysController {
  index(ctx: HttpContext) {
    return deskOf(ctx).index(ctx)
  }

  store(ctx: HttpContext) {
    return deskOf(ctx).storeLines(ctx)
  }

  destroy(ctx: HttpContext) {
    return deskOf(ctx).destroy(ctx)
  }
}
