import { folderPage } from '#app/doors/home/folder_page'
import Folder from '#app/folders/folder'
import { myFolders } from '#app/folders/my_folders'
import type { HttpContext } from '@adonisjs/core/http'

export default class FoldersController {
  async index({ auth, view }: HttpContext) {
    const mine = await myFolders(auth.getUserOrFail())
    return view.render('pages/home/folders/index', { title: 'Folders', mine })
  }

  async show(ctx: HttpContext) {
    const folder = await Folder.findFor(ctx.auth.getUserOrFail(), ctx.params.id)
    return folderPage(ctx, folder)
  }
}
