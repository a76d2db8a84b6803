import { DirectoryDesk } from '#app/doors/http/forms/directory_desk'
import type { HttpContext } from '@adonisjs/core/http'

/** Which object of the directory an account is: learned at the first sign-in, forgotten here. */
export default class DirectoryLinksController {
  destroy(ctx: HttpContext) {
    return new DirectoryDesk('liaison', ctx.auth.getUserOrFail().organization).forgetLink(ctx)
  }
}
