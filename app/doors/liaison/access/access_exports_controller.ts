import { sendCsv } from '#app/doors/http/answers/send_csv'
import { accessAsked } from '#app/doors/liaison/requests/access_asked'
import { accessCells, accessHeadings } from '#app/doors/liaison/access/access_words'
import { allAccess } from '#app/folders/access/access_list'
import type { HttpContext } from '@adonisjs/core/http'

/** The list of who has access as a file: the same rows in the same order, of all its pages. */
export default class AccessExportsController {
  async show(ctx: HttpContext) {
    const { question } = await accessAsked(ctx)
    const entries = allAccess(ctx.auth.getUserOrFail(), question)
    async function* rows() {
      for await (const batch of entries) yield batch.map(accessCells)
    }
    return sendCsv(ctx, 'Who has access', accessHeadings, rows())
  }
}
