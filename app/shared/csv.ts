import { stringify } from 'csv-stringify/sync'

export type Cell = string | number | null | undefined

/** Without it, spreadsheets take UTF-8 for something older. */
const mark = '\ufeff'

const lines = (rows: Cell[][]) =>
  /** What a spreadsheet would take for a formula begins with an apostrophe (security rule 24). */
  stringify(rows, { escape_formulas: true, record_delimiter: 'windows', quoted_match: /[\r\n]/ })

/** A table as a file for spreadsheets, in pieces: however long the list, only a batch of it is in memory. */
export async function* csv(headings: string[], batches: AsyncIterable<Cell[][]>) {
  yield Buffer.from(mark + lines([headings]))
  for await (const rows of batches) if (rows.length) yield Buffer.from(lines(rows))
}
