import { permit } from '#app/audit/decide'
import { again } from '#app/doors/liaison/folders/again'
import { folderNameValidator } from '#app/doors/liaison/folders/folder_validator'
import { renameFolder } from '#app/folders/tree/folder_renaming'
import { findInTree } from '#app/folders/tree/tree'
import type { HttpContext } from '@adonisjs/core/http'

/** What a folder is called. */
export default class FolderNamesController {
  async edit({ auth, params, view }: HttpContext) {
    const liaison = auth.getUserOrFail()
    const folder = await findInTree(liaison, params.folder_id)
    await permit(liaison, 'folder.rename', folder)
    return view.render('pages/liaison/folder_names/edit', { folder, path: await folder.path() })
  }

  async update(ctx: HttpContext) {
    const liaison = ctx.auth.getUserOrFail()
    const folder = await findInTree(liaison, ctx.params.folder_id)
    const { name = '' } = await ctx.request.validateUsing(folderNameValidator)
    const before = folder.name
    const outcome = await renameFolder(liaison, folder, name)
    if (typeof outcome === 'object') {
      return again(ctx, outcome.problems).toRoute('liaison.folder_names.edit', {
        folder_id: folder.id,
      })
    }
    if (outcome === 'same') ctx.session.flash('notice', `The folder is called ${before} already.`)
    else ctx.session.flash('done', `Renamed ${before} to ${folder.name}.`)
    return ctx.response.redirect().toRoute('liaison.folders.show', { id: folder.id })
  }
}
