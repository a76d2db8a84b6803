import { DirectoryDesk } from '#app/doors/http/forms/directory_desk'
import Organization from '#app/organizations/organization'
import type { HttpContext } from '@adonisjs/core/http'

/** Which object of the directory an account is: learned at the first sign-in, forgotten here. */
export default class DirectoryLinksController {
  async destroy(ctx: HttpContext) {
    const organization = await Organization.findOrFail(ctx.params.organization_id)
    return new DirectoryDesk('operations', organization).forgetLink(ctx)
  }
}
