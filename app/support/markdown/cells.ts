import { audiences, type Audience } from '#app/support/audience'

/** One line of a cell: what it says, and for whom, where that is not the usual. */
export interface CellLine {
  text: string
  audience?: Audience
}

const marked = /\s*<!--\s*(public|signed_in|staff)\s*-->$/
const special = /[\\`*_[\]<>|#~]|&(?=#?\w+;)/g

/** A text for a cell of a Markdown table: no sign of it is taken for more than itself. */
export function written({ text, audience }: CellLine) {
  const mark = audience ? ` <!-- ${audience} -->` : ''
  return `${isPlainAddress(text) ? text : text.replace(special, escaped)}${mark}`
}

/** Stands as it is: Markdown makes a link of it by itself. Not so one that would end a cell or hold markup. */
const isPlainAddress = (text: string) => /^[a-z]+:\/\/[^\s\\`*[\]<>|&]+$/.test(text)

const entities: Record<string, string> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' }
const escaped = (sign: string) => entities[sign] ?? `\\${sign}`

/** What a line of a cell says, without the marks of Markdown. */
export function readLine(cell: string): CellLine {
  const mark = marked.exec(cell)
  const audience = audiences.find((one) => one === mark?.[1])
  const bare = (mark ? cell.slice(0, mark.index) : cell).trim()
  const text = plainOf(bare)
  return audience ? { text, audience } : { text }
}

function plainOf(line: string) {
  const link = /^<([a-z]+:\/\/[^<>\s]+)>$/.exec(line) ?? /^\[[^\]]*\]\(([^()\s]+)\)$/.exec(line)
  if (link) return link[1].replaceAll('\\|', '|')
  if (isPlainAddress(line)) return line
  return withoutEmphasis(line)
    .replace(/^(\*\*|__)([^*_]+)\1/, '$2')
    .replace(signs, (_, sign?: string, entity?: string) => sign ?? meant[entity!])
    .trim()
}

/** An escaped sign, or an entity: read in one go, so that what was escaped is not read a second time. */
const signs = /\\([!-/:-@[-`{-~])|&(lt|gt|amp|nbsp);/g
const meant: Record<string, string> = { lt: '<', gt: '>', amp: '&', nbsp: ' ' }

/** `**Production Environment**`, `*Secure Transport 5.3.0*`: stars around the whole. */
function withoutEmphasis(line: string): string {
  const around = /^(\*\*|__|\*|_)(?=\S)(.*[^\s\\])\1$/.exec(line)
  return around ? withoutEmphasis(around[2]) : line
}

/** The cells of a row, without the bars around them; the last bar may be missing. */
export function cellsOf(row: string) {
  const cells = ['']
  for (const [sign] of row
    .trim()
    .replace(/^\|/, '')
    .matchAll(/\\.|[^\\|]+|\||\\/g)) {
    if (sign === '|') cells.push('')
    else cells[cells.length - 1] += sign
  }
  if (cells.length > 1 && cells.at(-1)!.trim() === '') cells.pop()
  return cells.map((cell) => cell.trim())
}

/** The lines of a cell. */
export const linesIn = (cell: string) => cell.split(/\s*<br\s*\/?>\s*/i)
