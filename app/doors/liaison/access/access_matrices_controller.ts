import { pagesOf, placeFrom } from '#app/doors/http/forms/place_from'
import { accessAsked } from '#app/doors/liaison/requests/access_asked'
import { letterOf } from '#app/doors/liaison/access/access_words'
import { levelWords } from '#app/folders/subscriptions/level_words'
import { keptOf, tellProblems } from '#app/doors/http/forms/asked'
import { branchOf, matrixOf } from '#app/folders/access/access_matrix'
import type { HttpContext } from '@adonisjs/core/http'

/** People and folders in one table, one branch of the tree at a time. */
export default class AccessMatricesController {
  async show(ctx: HttpContext) {
    const liaison = ctx.auth.getUserOrFail()
    const { asked, at, folder, problems, isNow } = await accessAsked(ctx)
    tellProblems(ctx, asked, problems)
    const branch = folder && (await branchOf(folder, columnFrom(asked), at))
    const matrix = branch && (await matrixOf(liaison, branch, at, placeFrom(ctx.request.qs())))
    const kept = keptOf(asked, problems)
    return ctx.view.render('pages/liaison/access_matrices/show', {
      by: 'matrix',
      asked: kept,
      at,
      isNow,
      branch,
      rows: matrix?.rows ?? [],
      pages: matrix ? pagesOf(matrix, kept) : {},
      query: new URLSearchParams(kept).toString(),
      levelWords,
      letterOf,
    })
  }
}

/** Which of the subfolders stands in the first column. */
export const columnFrom = ({ from }: Record<string, string>) =>
  Math.min(Number(/^\d{1,4}$/.exec(from)?.[0] ?? 0), 2000)
