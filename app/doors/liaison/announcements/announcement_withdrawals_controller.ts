import { AnnouncementDesk } from '#app/doors/http/announcing/announcement_desk'
import type { HttpContext } from '@adonisjs/core/http'

const deskOf = ({ auth }: HttpContext) =>
  new AnnouncementDesk('liaison', auth.getUserOrFail().organization)

/** The end of an announcement before its time, asked on a page of its own. */
export default class AnnouncementWithdrawalsController {
  create(ctx: HttpContext) {
    return deskOf(ctx).confirmWithdrawal(ctx)
  }

  store(ctx: HttpContext) {
    return deskOf(ctx).withdraw(ctx)
  }
}
