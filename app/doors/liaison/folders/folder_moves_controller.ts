import { permit } from '#app/audit/decide'
import { destinationOf } from '#app/doors/liaison/folders/folder_destination'
import { folderMoveValidator } from '#app/doors/liaison/folders/folder_validator'
import { moveFolder } from '#app/folders/tree/folder_move'
import { findInTree } from '#app/folders/tree/tree'
import type { HttpContext } from '@adonisjs/core/http'

/** A folder gets another place; who gains and who loses access by that is shown before. */
export default class FolderMovesController {
  async create(ctx: HttpContext) {
    const liaison = ctx.auth.getUserOrFail()
    const folder = await findInTree(liaison, ctx.params.folder_id)
    await permit(liaison, 'folder.move', folder)
    return ctx.view.render('pages/liaison/folder_moves/create', {
      folder,
      path: await folder.path(),
      ...(await destinationOf(ctx, folder)),
    })
  }

  async store({ auth, params, request, response, session }: HttpContext) {
    const liaison = auth.getUserOrFail()
    const folder = await findInTree(liaison, params.folder_id)
    const { to: id } = await request.validateUsing(folderMoveValidator)
    const to = await findInTree(liaison, id)
    const outcome = await moveFolder(liaison, folder, to)
    if (outcome !== 'moved') {
      session.flash('problem', outcome.problem)
      return response
        .redirect()
        .withQs({ to: id })
        .toRoute('liaison.folder_moves.create', { folder_id: folder.id })
    }
    session.flash('done', `Moved ${folder.name}: it is ${await folder.path()} now.`)
    return response.redirect().toRoute('liaison.folders.show', { id: folder.id })
  }
}
