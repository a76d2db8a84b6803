import { deliver } from '#app/doors/http/answers/deliver'
import { downloadValidator } from '#app/doors/home/parcel_validator'
import File from '#app/files/file'
import { send } from '#app/files/sending/send'
import type { HttpContext } from '@adonisjs/core/http'

/** A file on its way to somebody's own machine. */
export default class DownloadsController {
  async show(ctx: HttpContext) {
    const account = ctx.auth.getUserOrFail()
    const { mode, version, original } = await downloadValidator.validate(ctx.request.qs())
    const file = await File.findFor(account, ctx.params.id)
    const parcel = await send(account, file, { mode, version, original: Boolean(original) })
    return deliver(ctx, parcel)
  }
}
