import { oneBatch, sendCsv } from '#app/doors/http/answers/send_csv'
import { columns, descriptions } from '#app/folders/imports/import_columns'
import type { HttpContext } from '@adonisjs/core/http'

/** An empty table with the names of all columns. */
export default class ImportTemplatesController {
  show(ctx: HttpContext) {
    const headings = columns.map((name) => descriptions[name].heading)
    return sendCsv(ctx, 'waybill-import', headings, oneBatch([]))
  }
}
