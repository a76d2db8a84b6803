import { DirectoryDesk } from '#app/doors/http/forms/directory_desk'
import type { HttpContext } from '@adonisjs/core/http'

const deskOf = ({ auth }: HttpContext) =>
  new DirectoryDesk('liaison', auth.getUserOrFail().organization)

/** With which directory the people of the liaison's own organization sign in. */
export default class DirectoriesController {
  show(ctx: HttpContext) {
    return deskOf(ctx).show(ctx)
  }

  edit(ctx: HttpContext) {
    return deskOf(ctx).edit(ctx)
  }

  update(ctx: HttpContext) {
    return deskOf(ctx).update(ctx)
  }
}
