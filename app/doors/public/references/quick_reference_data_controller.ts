import { readerOf } from '#app/doors/http/access/reader_of'
import { dataOf } from '#app/support/records/as_data'
import { recordFor } from '#app/support/records/reading'
import type { HttpContext } from '@adonisjs/core/http'

/** A quick reference as JSON, for programs. */
export default class QuickReferenceDataController {
  async show(ctx: HttpContext) {
    const record = await recordFor(await readerOf(ctx), ctx.params.id)
    return ctx.response.json(dataOf(record))
  }
}
