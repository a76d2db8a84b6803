import { pagesOf, placeFrom } from '#app/doors/http/forms/place_from'
import { accessChanges } from '#app/folders/tree/access_change'
import type Folder from '#app/folders/folder'
import { whyNotTo } from '#app/folders/tree/folder_move'
import { findByPath, findInTree, wayTo } from '#app/folders/tree/tree'
import { levelOf } from '#app/folders/tree/tree_list'
import type { HttpContext } from '@adonisjs/core/http'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * Where somebody wants to move a folder to, by clicking down the tree or by a typed path, and what would come of it. It begins
 * where the folder stands now.
 */
export async function destinationOf(ctx: HttpContext, folder: Folder) {
  const { path: typed, to: id } = ctx.request.qs()
  const liaison = ctx.auth.getUserOrFail()
  const byPath = typeof typed === 'string' ? await findByPath(liaison.organizationId, typed) : null
  const isUnknown = typeof typed === 'string' && !byPath
  const isChosen = byPath !== null || (typeof id === 'string' && uuid.test(id))
  const to = byPath ?? (await findInTree(liaison, isChosen ? id : folder.parentId!))
  const level = await levelOf(to, placeFrom(ctx.request.qs()))
  const why = isChosen ? await whyNotTo(folder, to) : undefined
  return {
    to,
    way: await wayTo(to),
    toPath: await to.path(),
    below: level.rows.filter((entry) => entry.id !== folder.id),
    pages: pagesOf(level, { to: to.id }),
    typedPath: isUnknown ? typed.slice(0, 300) : undefined,
    isUnknown,
    why,
    changes: isChosen && !why ? await accessChanges(folder, to) : undefined,
  }
}
