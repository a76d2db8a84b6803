import { pagesOf, placeFrom } from '#app/doors/http/forms/place_from'
import { factsOf } from '#app/folders/tree/folder_facts'
import type Folder from '#app/folders/folder'
import { levelOf, searchTree } from '#app/folders/tree/tree_list'
import type { HttpContext } from '@adonisjs/core/http'

/** One folder of the tree on the screen, with those right below it. */
export async function levelPage({ auth, request, view }: HttpContext, folder: Folder) {
  const liaison = auth.getUserOrFail()
  const facts = await factsOf(liaison, folder)
  const level = await levelOf(folder, placeFrom(request.qs()))
  return view.render('pages/liaison/folders/show', {
    folder,
    facts,
    entries: level.rows,
    pages: pagesOf(level),
  })
}

export async function searchPage({ auth, request, view }: HttpContext, sought: string) {
  const found = await searchTree(auth.getUserOrFail(), sought, placeFrom(request.qs()))
  return view.render('pages/liaison/folders/index', {
    sought,
    entries: found.rows,
    pages: pagesOf(found, { name: sought }),
  })
}

/** What of the tree somebody looks for; nothing is the tree itself. */
export function soughtFolder({ request }: HttpContext) {
  const { name } = request.qs()
  return typeof name === 'string' ? name.replaceAll('\0', '').trim().slice(0, 255) : ''
}
