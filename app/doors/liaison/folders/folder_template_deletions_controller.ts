import FolderTemplate from '#app/folders/tree/folder_template'
import type { HttpContext } from '@adonisjs/core/http'

/** Asked on a page of its own, because nothing brings a template back. */
export default class FolderTemplateDeletionsController {
  async create({ auth, params, view }: HttpContext) {
    const template = await FolderTemplate.findFor(auth.getUserOrFail(), params.template_id)
    return view.render('pages/liaison/folder_template_deletions/create', { kept: template })
  }

  async store({ auth, params, response, session }: HttpContext) {
    const liaison = auth.getUserOrFail()
    const template = await FolderTemplate.findFor(liaison, params.template_id)
    const isDone = await template.remove(liaison)
    const said = isDone ? `Deleted the template ${template.name}.` : 'It was deleted already.'
    session.flash(isDone ? 'done' : 'notice', said)
    return response.redirect().toRoute('liaison.folder_templates.index')
  }
}
