import { returnTo } from '#app/doors/home/folder_page'
import { undoValidator } from '#app/doors/home/restoration_validator'
import { restoreFiles } from '#app/files/deleting/file_restoration'
import type { HttpContext } from '@adonisjs/core/http'

/** `Undo`, under the message that something was deleted. */
export default class UndosController {
  async store(ctx: HttpContext) {
    const { files } = await ctx.request.validateUsing(undoValidator)
    const { restored, taken, gone, folder } = await restoreFiles(ctx.auth.getUserOrFail(), files)
    ctx.session.flash('restorations', {
      restored: restored.map(({ name }) => name),
      taken: taken.map(({ id, name }) => ({ id, name })),
      gone: gone.map(({ name }) => name),
    })
    return returnTo(ctx, folder!)
  }
}
