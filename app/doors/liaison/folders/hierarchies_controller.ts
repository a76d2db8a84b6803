import { permit } from '#app/audit/decide'
import { hierarchyValidator } from '#app/doors/liaison/folders/folder_validator'
import FolderTemplate from '#app/folders/tree/folder_template'
import { makeHierarchy } from '#app/folders/tree/hierarchy_making'
import { findInTree } from '#app/folders/tree/tree'
import type { HttpContext } from '@adonisjs/core/http'

/** Many folders at once, written down as a text. */
export default class HierarchiesController {
  async create({ auth, params, request, view }: HttpContext) {
    const liaison = auth.getUserOrFail()
    const folder = await findInTree(liaison, params.folder_id)
    await permit(liaison, 'folder.create', folder)
    const templates = await FolderTemplate.of(liaison.organizationId)
    const chosen = templates.find(({ id }) => id === request.qs().template)
    const path = await folder.path()
    return view.render('pages/liaison/hierarchies/create', { folder, path, templates, chosen })
  }

  /** All of it, or, if anything came in its way meanwhile, nothing: then the preview says what. */
  async store({ auth, params, request, response, session, view }: HttpContext) {
    const liaison = auth.getUserOrFail()
    const folder = await findInTree(liaison, params.folder_id)
    const { hierarchy } = await request.validateUsing(hierarchyValidator)
    const plan = await makeHierarchy(liaison, folder, hierarchy)
    if (!plan.isSound) {
      const path = await folder.path()
      return view.render('pages/liaison/hierarchies/preview', { folder, path, plan, hierarchy })
    }
    const count = plan.folders.length
    if (!count) session.flash('notice', 'All of these folders were there already.')
    else session.flash('done', count === 1 ? 'Made 1 folder.' : `Made ${count} folders.`)
    return response.redirect().toRoute('liaison.folders.show', { id: folder.id })
  }
}
