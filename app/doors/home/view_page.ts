import { viewValidator } from '#app/doors/home/parcel_validator'
import File from '#app/files/file'
import { glance } from '#app/files/sending/view'
import { folderAsSeen } from '#app/folders/folder_as_seen'
import type { Manner } from '#app/files/views/rendition'
import type { HttpContext } from '@adonisjs/core/http'

/** The page around what a file holds: its name, the way back, and a frame in which the sender's bytes can do nothing. */
export async function viewPage({ auth, params, request, view }: HttpContext, manner: Manner) {
  const account = auth.getUserOrFail()
  const { version } = await viewValidator.validate(request.qs())
  const file = await File.findFor(account, params.id)
  const { version: seen, sight, notice } = await glance(account, file, manner, version)
  const { name: folderName } = await folderAsSeen(account, file.folder)
  return view.render('pages/home/views/show', {
    file,
    seen,
    manner,
    notice,
    query: version ? { version } : {},
    folderName,
    isOwnHome: file.folder.ownerId === account.id,
    /** Some browsers open no PDF viewer in a frame that says `sandbox`; the policy of the contents seals it all the same. */
    isPdf: manner === 'html' && sight.nature.kind === 'pdf',
  })
}
