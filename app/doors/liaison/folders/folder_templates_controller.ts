import { permit } from '#app/audit/decide'
import { again } from '#app/doors/liaison/folders/again'
import { folderTemplateValidator } from '#app/doors/liaison/folders/folder_validator'
import FolderTemplate, { templateFrom } from '#app/folders/tree/folder_template'
import { findInTree } from '#app/folders/tree/tree'
import type { HttpContext } from '@adonisjs/core/http'

/** Hierarchies that the agency makes again and again. */
export default class FolderTemplatesController {
  async index({ auth, view }: HttpContext) {
    const liaison = auth.getUserOrFail()
    await permit(liaison, 'folder_template.keep', liaison.organization)
    const templates = await FolderTemplate.of(liaison.organizationId)
    return view.render('pages/liaison/folder_templates/index', { templates })
  }

  /** Empty, or with what lies below a folder. */
  async create({ auth, request, view }: HttpContext) {
    const liaison = auth.getUserOrFail()
    await permit(liaison, 'folder_template.keep', liaison.organization)
    const { folder: id } = request.qs()
    const folder = id && (await findInTree(liaison, String(id)))
    const hierarchy = folder ? await templateFrom(folder) : ''
    return view.render('pages/liaison/folder_templates/create', { folder, hierarchy })
  }

  async store(ctx: HttpContext) {
    const { name = '', hierarchy } = await ctx.request.validateUsing(folderTemplateValidator)
    const kept = await FolderTemplate.keep(ctx.auth.getUserOrFail(), { name, hierarchy })
    if ('problems' in kept)
      return again(ctx, kept.problems).toRoute('liaison.folder_templates.create')
    ctx.session.flash('done', `Kept the template ${kept.name}.`)
    return ctx.response.redirect().toRoute('liaison.folder_templates.index')
  }
}
