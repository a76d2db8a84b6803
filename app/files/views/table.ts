import { lines } from '#app/files/views/lines'
import { escaped, onlyTheFirst, type Shown } from '#app/files/views/markup'
import { parse } from 'csv-parse/sync'

const mostRows = 2000
const mostColumns = 100
const delimiters = [',', ';', '\t', '|']

/** CSV or TSV as a table, its first row as the heading; what cannot be read as one is shown as lines. */
export function table(text: string, isCut: boolean): Shown {
  const rows = rowsOf(isCut ? text.slice(0, text.lastIndexOf('\n') + 1) : text)
  if (!rows?.length) return lines(text)
  const [heading, ...body] = rows.slice(0, mostRows + 1)
  const head = `<thead><tr><th scope="col">#</th>${cells(heading, 'th scope="col"')}</tr></thead>`
  const numbered = body.map(
    (row, at) => `<tr><th scope="row">${at + 1}</th>${cells(row, 'td')}</tr>`
  )
  const markup = `<table>${head}<tbody>\n${numbered.join('\n')}\n</tbody></table>`
  return { markup, missing: missingOf(rows, isCut) }
}

/** Which of the file's rows and columns do not fit the table. */
function missingOf(rows: string[][], isCut: boolean) {
  const isLong = rows.length > mostRows + 1
  const isWide = rows.some(({ length }) => length > mostColumns)
  if (!isWide) return isLong ? onlyTheFirst('2,000 rows') : undefined
  const least = isLong ? '2,000 rows and ' : isCut ? '1 MiB and ' : ''
  return onlyTheFirst(`${least}100 columns`)
}

function rowsOf(text: string): string[][] | null {
  try {
    return parse(text, {
      delimiter: delimiterOf(text),
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      to: mostRows + 2,
    })
  } catch {
    return null
  }
}

/** The sign that splits the first lines most often and most evenly. */
function delimiterOf(text: string) {
  const first = text.split(/\r\n|\r|\n/, 10).map((line) => line.replace(/"[^"]*"/g, ''))
  const filled = first.filter((line) => line.trim())
  const least = (sign: string) => Math.min(...filled.map((line) => line.split(sign).length))
  const most = (sign: string) => Math.max(...filled.map((line) => line.split(sign).length))
  return delimiters.toSorted((a, b) => least(b) - least(a) || most(b) - most(a))[0]
}

function cells(row: string[], tag: string) {
  const end = tag.split(' ')[0]
  return row
    .slice(0, mostColumns)
    .map((cell) => `<${tag}>${escaped(cell)}</${end}>`)
    .join('')
}
