import { attachment } from '#app/doors/http/answers/disposition'
import { readerOf } from '#app/doors/http/access/reader_of'
import { markdownOf } from '#app/support/markdown/as_markdown'
import { recordFor } from '#app/support/records/reading'
import type { HttpContext } from '@adonisjs/core/http'

/** A quick reference as a Markdown table, which can be imported again. */
export default class QuickReferenceMarkdownsController {
  async show(ctx: HttpContext) {
    const record = await recordFor(await readerOf(ctx), ctx.params.id)
    const name = `${record.program.name} Quick Reference.md`
    ctx.response.header('Content-Type', 'text/markdown; charset=utf-8')
    ctx.response.header('Content-Disposition', attachment(name))
    return ctx.response.send(markdownOf(record))
  }
}
