import { reversionValidator } from '#app/doors/home/restoration_validator'
import File from '#app/files/file'
import { restoreVersion } from '#app/files/deleting/version_restoration'
import type { HttpContext } from '@adonisjs/core/http'

/** An earlier version of a file becomes the current one again. */
export default class ReversionsController {
  async store({ auth, params, request, response, session }: HttpContext) {
    const account = auth.getUserOrFail()
    const file = await File.findFor(account, params.file_id)
    const { version } = await request.validateUsing(reversionValidator)
    const isDone = await restoreVersion(account, file, version)
    if (isDone)
      session.flash('done', `Version ${version} of ${file.name} is the current one again.`)
    else session.flash('notice', `Version ${version} is the current one already, or is gone.`)
    return response.redirect().toRoute('files.show', { id: file.id })
  }
}
