import { sendCsv } from '#app/doors/http/answers/send_csv'
import { accessAsked } from '#app/doors/liaison/requests/access_asked'
import { columnFrom } from '#app/doors/liaison/access/access_matrices_controller'
import { matrixCells } from '#app/doors/liaison/access/access_words'
import { branchOf, wholeMatrix, type MatrixRow } from '#app/folders/access/access_matrix'
import type { HttpContext } from '@adonisjs/core/http'

/** The table of people and folders as a file: the same columns, and everybody. */
export default class AccessMatrixExportsController {
  async show(ctx: HttpContext) {
    const { asked, at, folder } = await accessAsked(ctx)
    const branch = folder && (await branchOf(folder, columnFrom(asked), at))
    const names = branch?.columns.map(({ name }) => name) ?? []
    const people = branch ? wholeMatrix(ctx.auth.getUserOrFail(), branch, at) : nobody()
    async function* rows() {
      for await (const batch of people) yield batch.map(matrixCells)
    }
    return sendCsv(
      ctx,
      'Access by folder',
      ['Person', 'User Name', 'Organization', ...names],
      rows()
    )
  }
}

async function* nobody(): AsyncGenerator<MatrixRow[]> {}
