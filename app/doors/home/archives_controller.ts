import { deliverArchive } from '#app/doors/http/answers/deliver'
import { archiveValidator } from '#app/doors/home/parcel_validator'
import { archive } from '#app/files/sending/archive'
import { ArchiveRefused } from '#app/files/sending/archive_refused'
import Folder from '#app/folders/folder'
import type { HttpContext } from '@adonisjs/core/http'

/** Several files of a folder on their way to somebody's own machine, as one ZIP. */
export default class ArchivesController {
  async show(ctx: HttpContext) {
    const account = ctx.auth.getUserOrFail()
    const { files: ids, mode } = await archiveValidator.validate(ctx.request.qs())
    const folder = await Folder.findFor(account, ctx.params.id)
    try {
      return deliverArchive(ctx, await archive(account, folder, { ids, mode }))
    } catch (error) {
      if (!(error instanceof ArchiveRefused)) throw error
      ctx.session.flash('problem', error.sentence)
      return ctx.response.redirect().toRoute('folders.show', { id: folder.id })
    }
  }
}
