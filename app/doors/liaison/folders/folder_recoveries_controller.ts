import { again } from '#app/doors/liaison/folders/again'
import { folderNameValidator } from '#app/doors/liaison/folders/folder_validator'
import FolderDeletion from '#app/folders/tree/folder_deletion'
import { recoverFolder } from '#app/folders/tree/folder_recovery'
import type { HttpContext } from '@adonisjs/core/http'

/** A deleted folder comes back with everything in it; if its name was taken meanwhile, under another one. */
export default class FolderRecoveriesController {
  async create({ auth, params, view }: HttpContext) {
    const deletion = await FolderDeletion.findFor(auth.getUserOrFail(), params.deletion_id)
    return view.render('pages/liaison/folder_recoveries/create', { deletion })
  }

  async store(ctx: HttpContext) {
    const { auth, params, request, response, session } = ctx
    const liaison = auth.getUserOrFail()
    const deletion = await FolderDeletion.findFor(liaison, params.deletion_id)
    const { name } = await request.validateUsing(folderNameValidator)
    const outcome = await recoverFolder(liaison, deletion, name)
    if (typeof outcome === 'object') {
      const { id } = deletion
      return again(ctx, outcome.problems).toRoute('liaison.folder_recoveries.create', {
        deletion_id: id,
      })
    }
    if (outcome === 'recovered') {
      session.flash('done', `Recovered ${await deletion.folder.path()} with everything in it.`)
      return response.redirect().toRoute('liaison.folders.show', { id: deletion.folderId })
    }
    session.flash('notice', sentences[outcome](deletion))
    return response.redirect().toRoute('liaison.folder_deletions.index')
  }
}

const sentences = {
  gone: ({ path }: FolderDeletion) => `${path} is not among the deleted folders any more.`,
  under_deleted: ({ path }: FolderDeletion) =>
    `The folder above ${path} is deleted, too. Recover that one first.`,
}
