import { AnnouncementDesk } from '#app/doors/http/announcing/announcement_desk'
import type { HttpContext } from '@adonisjs/core/http'

const desk = new AnnouncementDesk('operations', null)

/** The end of an announcement before its time, asked on a page of its own. */
export default class AnnouncementWithdrawalsController {
  create(ctx: HttpContext) {
    return desk.confirmWithdrawal(ctx)
  }

  store(ctx: HttpContext) {
    return desk.withdraw(ctx)
  }
}
