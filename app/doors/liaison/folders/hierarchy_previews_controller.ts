import { hierarchyValidator } from '#app/doors/liaison/folders/folder_validator'
import { previewHierarchy } from '#app/folders/tree/hierarchy_making'
import { findInTree } from '#app/folders/tree/tree'
import type { HttpContext } from '@adonisjs/core/http'

/** What would come of a text, line by line. It changes nothing; it is a form only because the text is long. */
export default class HierarchyPreviewsController {
  async store({ auth, params, request, view }: HttpContext) {
    const liaison = auth.getUserOrFail()
    const folder = await findInTree(liaison, params.folder_id)
    const { hierarchy } = await request.validateUsing(hierarchyValidator)
    const plan = await previewHierarchy(liaison, folder, hierarchy)
    const path = await folder.path()
    return view.render('pages/liaison/hierarchies/preview', { folder, path, plan, hierarchy })
  }
}
