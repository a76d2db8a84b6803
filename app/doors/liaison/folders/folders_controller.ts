import { permit } from '#app/audit/decide'
import { again } from '#app/doors/liaison/folders/again'
import { levelPage, searchPage, soughtFolder } from '#app/doors/liaison/folders/folder_pages'
import { folderNameValidator } from '#app/doors/liaison/folders/folder_validator'
import { makeFolder } from '#app/folders/tree/folder_making'
import { findInTree, rootOf } from '#app/folders/tree/tree'
import type { HttpContext } from '@adonisjs/core/http'

/** The agency's tree, level by level. */
export default class FoldersController {
  async index(ctx: HttpContext) {
    const liaison = ctx.auth.getUserOrFail()
    await permit(liaison, 'folder.browse', liaison.organization)
    const sought = soughtFolder(ctx)
    if (sought) return searchPage(ctx, sought)
    const root = await rootOf(liaison.organizationId)
    return root ? levelPage(ctx, root) : ctx.view.render('pages/liaison/folders/none')
  }

  async show(ctx: HttpContext) {
    return levelPage(ctx, await findInTree(ctx.auth.getUserOrFail(), ctx.params.id))
  }

  async create({ auth, params, view }: HttpContext) {
    const liaison = auth.getUserOrFail()
    const parent = await findInTree(liaison, params.folder_id)
    await permit(liaison, 'folder.create', parent)
    return view.render('pages/liaison/folders/create', { parent, path: await parent.path() })
  }

  async store(ctx: HttpContext) {
    const liaison = ctx.auth.getUserOrFail()
    const parent = await findInTree(liaison, ctx.params.folder_id)
    const { name = '' } = await ctx.request.validateUsing(folderNameValidator)
    const made = await makeFolder(liaison, parent, name)
    if ('problems' in made) {
      return again(ctx, made.problems).toRoute('liaison.folders.create', { folder_id: parent.id })
    }
    ctx.session.flash('done', `Made the folder ${await made.path()}.`)
    return ctx.response.redirect().toRoute('liaison.folders.show', { id: parent.id })
  }
}
