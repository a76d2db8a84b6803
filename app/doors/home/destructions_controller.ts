import { permit } from '#app/audit/decide'
import File from '#app/files/file'
import { destroyFile } from '#app/files/deleting/file_destruction'
import type { HttpContext } from '@adonisjs/core/http'

/** Deleting for good: asked on a page of its own, because nothing brings the bytes back. */
export default class DestructionsController {
  async create({ auth, params, view }: HttpContext) {
    const account = auth.getUserOrFail()
    const file = await File.findFor(account, params.file_id)
    await permit(account, 'file.destroy', file)
    return view.render('pages/home/destructions/create', { file })
  }

  async store({ auth, params, response, session }: HttpContext) {
    const account = auth.getUserOrFail()
    const file = await File.findFor(account, params.file_id)
    const isDone = await destroyFile(account, file)
    session.flash(
      isDone ? 'done' : 'notice',
      isDone
        ? `Deleted ${file.name} for good.`
        : `${file.name} is not among the deleted files any more.`
    )
    return response.redirect().toRoute('deleted.index')
  }
}
