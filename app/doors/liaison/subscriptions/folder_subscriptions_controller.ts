import { pagesOf, placeFrom } from '#app/doors/http/forms/place_from'
import { listAccess, offersOf } from '#app/folders/access/folder_access'
import { levelWords } from '#app/folders/subscriptions/level_words'
import { findInTree } from '#app/folders/tree/tree'
import type { HttpContext } from '@adonisjs/core/http'

/** `Who has access` of one folder. */
export default class FolderSubscriptionsController {
  async index({ auth, params, request, view }: HttpContext) {
    const account = auth.getUserOrFail()
    const folder = await findInTree(account, params.folder_id)
    const listing = await listAccess(account, folder, placeFrom(request.qs()))
    return view.render('pages/liaison/folder_subscriptions/index', {
      folder,
      path: await folder.path(),
      rows: listing.rows,
      pages: pagesOf(listing),
      offers: await offersOf(folder),
      words: levelWords,
    })
  }
}
