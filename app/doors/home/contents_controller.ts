import { viewValidator } from '#app/doors/home/parcel_validator'
import { Pouring } from '#app/doors/http/pouring'
import { sealed } from '#app/doors/http/sealed'
import File from '#app/files/file'
import { view } from '#app/files/view'
import type { HttpContext } from '@adonisjs/core/http'
import { Readable } from 'node:stream'

/** What a file holds, to be looked at in a frame or by itself. */
export default class ContentsController {
  async show({ auth, params, request, response, logger }: HttpContext) {
    const account = auth.getUserOrFail()
    const { version } = await viewValidator.validate(request.qs())
    const file = await File.findFor(account, params.id)
    const { mediaType, ...seen } = await view(account, file, params.manner, version)

    sealed(response, mediaType)
    if (!seen.isWhole) return response.stream(Readable.from([Buffer.from(seen.body)]))
    response.header('Content-Length', seen.sizeBytes)
    const broken = (error: Error) => logger.error({ err: error }, 'A view broke off')
    return response.stream(new Pouring(seen.body, broken))
  }
}
