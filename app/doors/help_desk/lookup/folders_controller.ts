import { folderShown } from '#app/support/lookup/folder_shown'
import type { HttpContext } from '@adonisjs/core/http'

/** A folder, for who answers a call about it: what it is, and who keeps it. */
export default class FoldersController {
  async show({ auth, params, view }: HttpContext) {
    const shown = await folderShown(auth.getUserOrFail(), params.id)
    return view.render('pages/help_desk/folders/show', shown)
  }
}
