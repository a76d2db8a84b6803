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

/**
 * The beginning of a code, four signs or more, as somebody reads it out: "W-7K3Q", "w7k3q", "7K3Q 9X". Without the "W-" it must hold
 * a digit, or every name of four letters would be one. Null when it cannot be one.
 */
export function codeStartFrom(typed: string) {
  const isMarked = /^\s*w[\s‐-―-]/i.test(typed)
  const all = typed.toUpperCase().replace(/[\s‐-―-]/g, '')
  const signs = isMarked || [5, 6, 7, 9].includes(all.length) ? all.replace(/^W/, '') : all
  const isStart = signs.length >= 4 && signs.length <= length
  const isCode = isStart && [...signs].every((sign) => alphabet.includes(sign))
  if (!isCode || !(isMarked || /\d/.test(signs))) return null
  return signs.length > 4 ? `W-${signs.slice(0, 4)}-${signs.slice(4)}` : `W-${signs}`
}
