import { folderPage } from '#app/doors/home/folder_page'
import { listHeld } from '#app/files/receiving/held_list'
import Folder from '#app/folders/folder'
import { myFolders } from '#app/folders/my_folders'
import type { HttpContext } from '@adonisjs/core/http'

/** Where a person arrives: the home folder, or, without one, the folders to pick from. */
export default class HomesController {
  async show(ctx: HttpContext) {
    const account = ctx.auth.getUserOrFail()
    const home = await Folder.homeOf(account)
    if (home) return folderPage(ctx, home)
    return ctx.view.render('pages/home/folders/index', {
      title: 'Home',
      mine: await myFolders(account),
      held: await listHeld(account),
    })
  }
}
