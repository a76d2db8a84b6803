import { csv } from '#app/doors/http/answers/csv'
import { attachment } from '#app/doors/http/answers/disposition'
import { columns, descriptions } from '#app/folders/imports/import_columns'
import type { HttpContext } from '@adonisjs/core/http'

/** An empty table with the names of all columns. */
export default class ImportTemplatesController {
  show({ response }: HttpContext) {
    response.header('Content-Type', 'text/csv; charset=utf-8')
    response.header('Content-Disposition', attachment('waybill-import.csv'))
    return response.send(csv([columns.map((name) => descriptions[name].heading)]))
  }
}
