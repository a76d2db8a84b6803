import { inline } from '#app/doors/http/answers/disposition'
import { readerOf } from '#app/doors/http/access/reader_of'
import { textOf } from '#app/support/records/as_text'
import { recordFor } from '#app/support/records/reading'
import type { HttpContext } from '@adonisjs/core/http'

/** A quick reference in plain text. */
export default class QuickReferenceTextsController {
  async show(ctx: HttpContext) {
    const record = await recordFor(await readerOf(ctx), ctx.params.id)
    ctx.response.header('Content-Type', 'text/plain; charset=utf-8')
    ctx.response.header('Content-Disposition', inline(`${record.program.name} Quick Reference.txt`))
    return ctx.response.send(textOf(record))
  }
}
