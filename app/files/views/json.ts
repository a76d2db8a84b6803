import { lines } from '#app/files/views/lines'
import { escaped, type Shown } from '#app/files/views/markup'

const token = /"(?:[^"\\]|\\.)*"|[[\]{},:]|[^\s[\]{},:"]+/g
/** Deeper than this, the text does not move further to the right. */
const deepest = 16
/** More signs and values would make a page that no browser scrolls with ease. */
const most = 100_000

/** JSON indented. Only the blanks change: every number and every key stands there as it was sent. */
export function json(text: string): Shown {
  const tokens = isJson(text) ? text.match(token) : null
  if (!tokens || tokens.length > most) return lines(text)
  return { markup: `<pre>${escaped(indented(tokens))}</pre>` }
}

function isJson(text: string) {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function indented(tokens: string[]) {
  let depth = 0
  let written = ''
  let before = ''
  const line = () => '\n' + '  '.repeat(Math.min(depth, deepest))
  for (const part of tokens) {
    const closes = part === '}' || part === ']'
    if (closes) depth--
    const isEmpty = closes && (before === '{' || before === '[')
    const opensLine = (closes && !isEmpty) || (!closes && /^[[{,]$/.test(before))
    written += (opensLine ? line() : '') + part + (part === ':' ? ' ' : '')
    if (part === '{' || part === '[') depth++
    before = part
  }
  return written
}
