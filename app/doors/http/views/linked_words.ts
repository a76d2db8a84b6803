/** A piece of a text: words, or words that are a web address. */
export interface Piece {
  words: string
  href?: string
}

const address = /\bhttps?:\/\/[^\s<>"'`\\^{|}]+/giu
/** What ends a sentence rather than an address. */
const trailing = /[.,;:!?…“”‘’«»]+$/u

/** Splits what somebody wrote at its web addresses; only http and https, and none that hides its host behind a name. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const { 0: found, index } of text.matchAll(address)) {
    const words = withoutTrail(found)
    const href = hrefOf(words)
    if (!href) continue
    if (index > from) pieces.push({ words: text.slice(from, index) })
    pieces.push({ words, href })
    from = index + words.length
  }
  if (from < text.length) pieces.push({ words: text.slice(from) })
  return pieces
}

/** "(see https://example.gov/a)." ends before the bracket, "https://example.gov/a_(b)" with it. */
function withoutTrail(found: string): string {
  const words = found.replace(trailing, '')
  const isOpen = words.endsWith(')') && count(words, ')') > count(words, '(')
  const rest = isOpen || words.endsWith(']') ? words.slice(0, -1) : words
  return rest === found ? rest : withoutTrail(rest)
}

const count = (text: string, sign: string) => text.split(sign).length - 1

function hrefOf(words: string) {
  const url = URL.parse(words)
  const isPlain = url && !url.username && !url.password && url.hostname
  return isPlain && /^https?:$/.test(url.protocol) ? url.href : undefined
}

/** Paragraphs are parted by empty lines. */
export const paragraphsOf = (text: string) =>
  text
    .split(/\n[ \t]*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
