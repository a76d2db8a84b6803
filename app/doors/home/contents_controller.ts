import { viewValidator } from '#app/doors/home/parcel_validator'
import { inline } from '#app/doors/http/answers/disposition'
import { Pouring } from '#app/doors/http/answers/pouring'
import { sealed } from '#app/doors/http/answers/sealed'
import File from '#app/files/file'
import { view } from '#app/files/sending/view'
import type { HttpContext } from '@adonisjs/core/http'
import { Readable } from 'node:stream'

/** What a file holds, to be looked at in a frame or by itself. */
export default class ContentsController {
  async show({ auth, params, request, response, logger }: HttpContext) {
    const account = auth.getUserOrFail()
    const { version } = await viewValidator.validate(request.qs())
    const file = await File.findFor(account, params.id)
    const seen = await view(account, file, params.manner, version)

    sealed(response, seen.mediaType)
    /** Who saves a picture or a PDF from what the browser shows gets it under its own name. */
    if (seen.isWhole) response.header('Content-Disposition', inline(file.name))
    response.header('Content-Length', seen.sizeBytes)
    /** Only who gets to see something has viewed it. */
    if (request.method() === 'HEAD') return response.stream(Readable.from([]))
    const broken = (error: Error) => logger.error({ err: error }, 'A view broke off')
    return response.stream(new Pouring(await seen.open(), broken))
  }
}
