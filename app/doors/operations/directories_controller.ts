import { DirectoryDesk } from '#app/doors/http/forms/directory_desk'
import Organization from '#app/organizations/organization'
import type { HttpContext } from '@adonisjs/core/http'

/** Any organization: the operator looks after all of them. */
async function deskOf({ params }: HttpContext) {
  return new DirectoryDesk('operations', await Organization.findOrFail(params.organization_id))
}

/** With which directory the people of an organization sign in. */
export default class DirectoriesController {
  async show(ctx: HttpContext) {
    const desk = await deskOf(ctx)
    return desk.show(ctx)
  }

  async edit(ctx: HttpContext) {
    const desk = await deskOf(ctx)
    return desk.edit(ctx)
  }

  async update(ctx: HttpContext) {
    const desk = await deskOf(ctx)
    return desk.update(ctx)
  }
}
