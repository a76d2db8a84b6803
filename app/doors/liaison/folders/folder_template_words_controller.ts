import { permit } from '#app/audit/decide'
import { again } from '#app/doors/liaison/folders/again'
import { folderTemplateValidator } from '#app/doors/liaison/folders/folder_validator'
import FolderTemplate from '#app/folders/tree/folder_template'
import type { HttpContext } from '@adonisjs/core/http'

/** What a template is called and what it makes. */
export default class FolderTemplateWordsController {
  async edit({ auth, params, view }: HttpContext) {
    const liaison = auth.getUserOrFail()
    const template = await FolderTemplate.findFor(liaison, params.template_id)
    await permit(liaison, 'folder_template.keep', liaison.organization)
    return view.render('pages/liaison/folder_templates/edit', { kept: template })
  }

  async update(ctx: HttpContext) {
    const liaison = ctx.auth.getUserOrFail()
    const template = await FolderTemplate.findFor(liaison, ctx.params.template_id)
    const { name = '', hierarchy } = await ctx.request.validateUsing(folderTemplateValidator)
    const kept = await template.change(liaison, { name, hierarchy })
    if ('problems' in kept) {
      const params = { template_id: template.id }
      return again(ctx, kept.problems).toRoute('liaison.folder_template_words.edit', params)
    }
    ctx.session.flash('done', `Saved the template ${kept.name}.`)
    return ctx.response.redirect().toRoute('liaison.folder_templates.index')
  }
}
