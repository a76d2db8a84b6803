import { decide } from '#app/audit/decide'
import { numbered, pagesOf, placeFrom } from '#app/doors/http/forms/place_from'
import File from '#app/files/file'
import { restorableUntil } from '#app/files/deleting/file_deletion'
import { storyOf, versionsOf } from '#app/files/waybill'
import { folderAsSeen } from '#app/folders/folder_as_seen'
import type { HttpContext } from '@adonisjs/core/http'

/** The waybill of a file: its receipt, its versions, its story. It outlives the file. */
export default class FilesController {
  async show({ auth, params, request, view }: HttpContext) {
    const account = auth.getUserOrFail()
    const file = await File.findFor(account, params.id)
    const { path } = await folderAsSeen(account, file.folder)
    const tracing = await decide(account, 'file.trace', file)
    const story = tracing.allowed && (await storyOf(file, placeFrom(request.qs(), numbered)))
    return view.render('pages/home/files/show', {
      file,
      path,
      versions: await versionsOf(account, file),
      story,
      pages: story ? pagesOf(story) : {},
      until: file.deletedAt && restorableUntil(file.deletedAt),
    })
  }
}
