import { attachment } from '#app/doors/http/answers/disposition'
import { keptNowhere } from '#app/doors/http/answers/kept_nowhere'
import { Pouring } from '#app/doors/http/answers/pouring'
import { csv, type Cell } from '#app/shared/csv'
import type { HttpContext } from '@adonisjs/core/http'
import { Readable } from 'node:stream'

/** Answers with a list as a file. Its first rows are read before anything is answered, so that a refusal is still a page. */
export async function sendCsv(
  { request, response, logger }: HttpContext,
  name: string,
  headings: string[],
  batches: AsyncGenerator<Cell[][]>
) {
  const first = await batches.next()
  response.header('Content-Type', 'text/csv; charset=utf-8')
  response.header('X-Content-Type-Options', 'nosniff')
  response.header('Cache-Control', keptNowhere)
  response.header('Content-Disposition', attachment(`${name}.csv`))
  if (request.method() === 'HEAD') return response.stream(Readable.from([]))

  async function* all() {
    if (!first.done) yield first.value
    yield* batches
  }
  const broken = (error: Error) => logger.error({ err: error }, 'A list broke off')
  return response.stream(new Pouring(csv(headings, all()), broken))
}

/** A list that is short and known already. */
export async function* oneBatch(rows: Cell[][]) {
  yield rows
}
