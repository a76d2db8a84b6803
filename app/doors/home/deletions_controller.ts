import { pagesOf, placeFrom } from '#app/doors/http/pages'
import { listDeleted } from '#app/files/deleted_list'
import { myFolders } from '#app/folders/my_folders'
import type { HttpContext } from '@adonisjs/core/http'

/** The deleted files that a person may restore. */
export default class DeletionsController {
  async index({ auth, request, view }: HttpContext) {
    const account = auth.getUserOrFail()
    const deleted = await listDeleted(account, placeFrom(request.qs()))
    return view.render('pages/home/deletions/index', {
      files: deleted.rows,
      pages: pagesOf(deleted),
      mine: await myFolders(account),
    })
  }
}
