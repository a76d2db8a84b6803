import { AnnouncementWriting } from '#app/doors/http/announcing/announcement_writing'
import type { HttpContext } from '@adonisjs/core/http'

const deskOf = ({ auth }: HttpContext) =>
  new AnnouncementWriting('liaison', auth.getUserOrFail().organization)

/** What the liaison's agency says to its own people. */
export default class AnnouncementsController {
  index(ctx: HttpContext) {
    return deskOf(ctx).index(ctx)
  }

  show(ctx: HttpContext) {
    return deskOf(ctx).show(ctx)
  }

  create(ctx: HttpContext) {
    return deskOf(ctx).create(ctx)
  }

  store(ctx: HttpContext) {
    return deskOf(ctx).store(ctx)
  }

  edit(ctx: HttpContext) {
    return deskOf(ctx).edit(ctx)
  }

  update(ctx: HttpContext) {
    return deskOf(ctx).update(ctx)
  }
}
