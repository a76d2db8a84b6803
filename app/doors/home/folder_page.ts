import { headingsFor, orderOf, sameAgain, wantedFrom } from '#app/doors/home/listing'
import { pagesOf } from '#app/doors/http/forms/place_from'
import { decide } from '#app/audit/decide'
import { listHeld } from '#app/files/receiving/held_list'
import { listFiles } from '#app/files/file_list'
import { findsBeginnings } from '#app/files/searching/name_part'
import type Folder from '#app/folders/folder'
import { myFolders, stepsTo, subfolders } from '#app/folders/my_folders'
import type { HttpContext } from '@adonisjs/core/http'

/** One folder on the screen: the same page for the home folder and for any other. */
export async function folderPage({ auth, request, view }: HttpContext, folder: Folder) {
  const account = auth.getUserOrFail()
  const wanted = wantedFrom(request.qs())
  const listing = await listFiles(account, folder, wanted)
  const mine = await myFolders(account)

  return view.render('pages/home/folders/show', {
    folder,
    mine,
    wanted,
    files: listing.rows,
    headings: headingsFor(wanted),
    pages: pagesOf(listing, orderOf(wanted)),
    isBeginning: wanted.name !== undefined && findsBeginnings(wanted.name),
    isOnePage: !listing.first && !listing.last,
    steps: await stepsTo(account, folder, mine),
    below: await subfolders(folder, mine),
    uploading: await decide(account, 'folder.upload', folder),
    held: await listHeld(account),
    listing: Object.fromEntries(new URLSearchParams(sameAgain(wanted))),
    formAddress: `/folders/${folder.id}/forms${sameAgain(wanted)}`,
  })
}

/** Back to the page from which a form of a folder was sent, after it did something: another GET (303). */
export function returnTo({ auth, request, response }: HttpContext, folder: Folder) {
  const path = folder.ownerId === auth.user?.id ? '/home' : `/folders/${folder.id}`
  return response
    .redirect()
    .status(303)
    .toPath(path + sameAgain(wantedFrom(request.qs())))
}
