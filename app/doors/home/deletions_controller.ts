import { numbered, pagesOf, placeFrom } from '#app/doors/http/forms/place_from'
import { listDeleted } from '#app/files/deleting/deleted_list'
import { myFolders } from '#app/folders/my_folders'
import type { HttpContext } from '@adonisjs/core/http'

/** The deleted files that a person may restore. */
export default class DeletionsController {
  async index({ auth, request, view }: HttpContext) {
    const account = auth.getUserOrFail()
    const deleted = await listDeleted(account, placeFrom(request.qs(), numbered))
    return view.render('pages/home/deletions/index', {
      files: deleted.rows,
      pages: pagesOf(deleted),
      mine: await myFolders(account),
    })
  }
}
