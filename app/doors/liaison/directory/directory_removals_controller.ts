import { DirectoryDesk } from '#app/doors/http/forms/directory_desk'
import type { HttpContext } from '@adonisjs/core/http'

const deskOf = ({ auth }: HttpContext) =>
  new DirectoryDesk('liaison', auth.getUserOrFail().organization)

/** The end of signing in with a directory, asked on a page of its own. */
export default class DirectoryRemovalsController {
  create(ctx: HttpContext) {
    return deskOf(ctx).confirmRemoval(ctx)
  }

  store(ctx: HttpContext) {
    return deskOf(ctx).remove(ctx)
  }
}
