import { randomInt } from 'node:crypto'

/** No letter or digit that is mistaken for another one when it is read aloud or printed: no 0 O, 1 I L, 2 Z, 5 S, 8 B. */
const alphabet = '34679ACDEFGHJKMNPQRTUVWXY'
const length = 8

/** The short code of a file, to be read over the phone: "W-7K3Q-9XMD". The database keeps it unique. */
export function newCode() {
  const signs = Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('')
  return `W-${signs.slice(0, 4)}-${signs.slice(4)}`
}

/** A code as somebody typed or heard it, the way it is kept; null when it cannot be one. */
export function codeFrom(typed: string) {
  const signs = typed
    .toUpperCase()
    .replace(/[\s‐-―-]/g, '')
    .replace(/^W(?=.{8}$)/, '')
  const isCode = signs.length === length && [...signs].every((sign) => alphabet.includes(sign))
  return isCode ? `W-${signs.slice(0, 4)}-${signs.slice(4)}` : null
}
