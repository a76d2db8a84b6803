import { columnsIn, type Column } from '#app/folders/imports/import_columns'
import { parse } from 'csv-parse/sync'

export const mostRows = 500
/** What an ordinary form can hold; 500 rows need about a third of it. */
export const mostBytes = 256 * 1024
const delimiters = [',', ';', '\t']

/** One row as it was typed, with its line in the text. */
export interface Row {
  line: number
  cells: Partial<Record<Column, string>>
  /** Cells beyond the last heading. */
  tooMany?: true
}

type Reading = { rows: Row[] } | { faults: string[] }

/** The rows of a pasted or uploaded table, or what keeps it from being read at all. */
export function readTable(text: string): Reading {
  if (text.includes('\0')) return { faults: ['This is no text. Save the table as CSV first.'] }
  const lines = linesOf(text)
  if ('faults' in lines) return lines
  const filled = lines.filter(({ record }) => record.some((cell) => cell.trim()))
  if (!filled.length) return { faults: ['There is nothing in it.'] }

  const [header, ...body] = filled
  const named = columnsIn(header.record)
  if ('faults' in named) return named
  if (!body.length)
    return { faults: ['Only the names of columns are there, and no row below them.'] }
  if (body.length > mostRows) {
    return { faults: [`One import takes at most ${mostRows} rows. Split the table.`] }
  }
  return { rows: body.map((one) => rowFrom(one, named.places)) }
}

interface Line {
  record: string[]
  line: number
}

function rowFrom({ record, line }: Line, places: (Column | null)[]): Row {
  const cells: Row['cells'] = {}
  for (const [at, column] of places.entries()) {
    const cell = record[at]?.normalize('NFC').trim()
    if (column && cell) cells[column] = cell
  }
  const isLong = record.some((cell, at) => cell.trim() && !places[at])
  return { line, cells, ...(isLong && { tooMany: true as const }) }
}

function linesOf(text: string): Line[] | { faults: string[] } {
  try {
    const read: { record: string[]; info: { lines: number } }[] = parse(text, {
      delimiter: delimiterOf(text),
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: 20_000,
      to: mostRows * 2,
    }) as never
    return read.map(({ record, info }) => ({ record, line: info.lines - breaksIn(record) }))
  } catch (error) {
    return { faults: [inWords(error as { code?: string; lines?: number })] }
  }
}

/** The parser counts the line on which a row ends; a person looks for the one on which it begins. */
const breaksIn = (record: string[]) =>
  record.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0)

function inWords({ code = '', lines }: { code?: string; lines?: number }) {
  const where = lines ? ` in line ${lines}` : ''
  if (code === 'CSV_QUOTE_NOT_CLOSED')
    return `A field begins with a quotation mark${where} that never closes.`
  if (/QUOTE/.test(code)) {
    return `A quotation mark stands in the middle of a field${where}. Put the whole field in quotation marks and double the ones inside.`
  }
  if (/MAX_RECORD/.test(code)) return `A row is far too long${where}.`
  return `The table cannot be read${where}. Save it as CSV and try again.`
}

/** The sign that splits the first row most often; what stands in quotation marks does not count. */
function delimiterOf(text: string) {
  const begin = text
    .replace(/^\uFEFF/, '')
    .trimStart()
    .replace(/"(?:[^"]|"")*"/g, '')
  const first = begin.split(/\r\n|\r|\n/, 1)[0]
  const parts = (sign: string) => first.split(sign).length
  return delimiters.toSorted((a, b) => parts(b) - parts(a))[0]
}
