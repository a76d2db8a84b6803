import { DirectoryDesk } from '#app/doors/http/forms/directory_desk'
import Organization from '#app/organizations/organization'
import type { HttpContext } from '@adonisjs/core/http'

/** Any organization: the operator looks after all of them. */
async function deskOf({ params }: HttpContext) {
  return new DirectoryDesk('operations', await Organization.findOrFail(params.organization_id))
}

/** The end of signing in with a directory, asked on a page of its own. */
export default class DirectoryRemovalsController {
  async create(ctx: HttpContext) {
    const desk = await deskOf(ctx)
    return desk.confirmRemoval(ctx)
  }

  async store(ctx: HttpContext) {
    const desk = await deskOf(ctx)
    return desk.remove(ctx)
  }
}
