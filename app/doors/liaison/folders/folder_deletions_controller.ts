import { permit } from '#app/audit/decide'
import { numbered, pagesOf, placeFrom } from '#app/doors/http/forms/place_from'
import { peopleWith } from '#app/folders/tree/access_change'
import { deleteFolder } from '#app/folders/tree/folder_deletion'
import { listDeletedFolders } from '#app/folders/tree/folder_deletion_list'
import { factsOf } from '#app/folders/tree/folder_facts'
import { findInTree } from '#app/folders/tree/tree'
import type { HttpContext } from '@adonisjs/core/http'

/** Folders that were deleted, and the question before one is. */
export default class FolderDeletionsController {
  async index({ auth, request, view }: HttpContext) {
    const deleted = await listDeletedFolders(
      auth.getUserOrFail(),
      placeFrom(request.qs(), numbered)
    )
    const data = { deletions: deleted.rows, pages: pagesOf(deleted) }
    return view.render('pages/liaison/folder_deletions/index', data)
  }

  async create({ auth, params, view }: HttpContext) {
    const liaison = auth.getUserOrFail()
    const folder = await findInTree(liaison, params.folder_id)
    await permit(liaison, 'folder.remove', folder)
    return view.render('pages/liaison/folder_deletions/create', {
      folder,
      facts: await factsOf(liaison, folder),
      people: await peopleWith(folder),
    })
  }

  async store({ auth, params, response, session }: HttpContext) {
    const liaison = auth.getUserOrFail()
    const folder = await findInTree(liaison, params.folder_id)
    const deletion = await deleteFolder(liaison, folder)
    if (deletion) {
      const { id, path, folderCount, fileCount } = deletion
      session.flash('folderDeletion', { id, path, folderCount, fileCount })
    } else session.flash('notice', `${folder.name} was deleted already.`)
    return response.redirect().toRoute('liaison.folders.show', { id: folder.parentId! })
  }
}
