import { permit } from '#app/audit/decide'
import { again } from '#app/doors/liaison/folders/again'
import { settingsFrom, typedOf } from '#app/doors/liaison/folders/folder_settings_form'
import { folderSettingsValidator } from '#app/doors/liaison/folders/folder_validator'
import { factsOf } from '#app/folders/tree/folder_facts'
import { configureFolder } from '#app/folders/tree/folder_settings'
import { findInTree } from '#app/folders/tree/tree'
import type { HttpContext } from '@adonisjs/core/http'

/** How a folder is set up. */
export default class FolderSettingsController {
  async edit({ auth, params, view }: HttpContext) {
    const liaison = auth.getUserOrFail()
    const folder = await findInTree(liaison, params.folder_id)
    await permit(liaison, 'folder.configure', folder)
    const facts = await factsOf(liaison, folder)
    const typed = typedOf(folder)
    return view.render('pages/liaison/folder_settings/edit', { folder, facts, typed })
  }

  async update(ctx: HttpContext) {
    const liaison = ctx.auth.getUserOrFail()
    const folder = await findInTree(liaison, ctx.params.folder_id)
    const typed = await ctx.request.validateUsing(folderSettingsValidator)
    const outcome = await configureFolder(liaison, folder, settingsFrom(typed))
    if (typeof outcome === 'object') {
      const { problems } = outcome
      return again(ctx, problems).toRoute('liaison.folder_settings.edit', { folder_id: folder.id })
    }
    if (outcome === 'same') ctx.session.flash('notice', 'Nothing was changed.')
    else ctx.session.flash('done', `Saved the settings of ${folder.name}.`)
    return ctx.response.redirect().toRoute('liaison.folders.show', { id: folder.id })
  }
}
