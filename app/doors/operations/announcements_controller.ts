import { AnnouncementWriting } from '#app/doors/http/announcing/announcement_writing'
import type { HttpContext } from '@adonisjs/core/http'

const desk = new AnnouncementWriting('operations', null)

/** What who runs the service says to everybody. */
export default class AnnouncementsController {
  index(ctx: HttpContext) {
    return desk.index(ctx)
  }

  show(ctx: HttpContext) {
    return desk.show(ctx)
  }

  create(ctx: HttpContext) {
    return desk.create(ctx)
  }

  store(ctx: HttpContext) {
    return desk.store(ctx)
  }

  edit(ctx: HttpContext) {
    return desk.edit(ctx)
  }

  update(ctx: HttpContext) {
    return desk.update(ctx)
  }
}
