import { isUtf8 } from 'node:buffer'

const utf8Mark = [0xef, 0xbb, 0xbf]
/** Bytes that no text in Windows-1252 has: control characters that mean nothing in a text, and what has no character. */
const strange = new Set([
  ...[0, 1, 2, 3, 4, 5, 6, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 28, 29, 30, 31],
  ...[0x81, 0x8d, 0x8f, 0x90, 0x9d],
])

/** Text in UTF-8, in UTF-16 or in Windows-1252, as it reads; null if the bytes are no text. May end within a character. */
export function decoded(bytes: Buffer): string | null {
  const encoding = encodingOf(bytes)
  if (!encoding) return null
  return new TextDecoder(encoding).decode(bytes, { stream: true })
}

/** Which of these encodings the bytes are in; null if they are no text. */
export function encodingOf(bytes: Buffer) {
  if (utf8Mark.every((byte, at) => bytes[at] === byte)) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes.includes(0)) return utf16WithoutMark(bytes)
  if (isUtf8(wholeCharacters(bytes))) return 'utf-8'
  return bytes.some((byte) => strange.has(byte)) ? null : 'windows-1252'
}

/** Western text in UTF-16 has a NUL in nearly every second place, always on the same side. */
function utf16WithoutMark(bytes: Buffer) {
  const sample = bytes.subarray(0, 4096)
  const nuls = [0, 0]
  sample.forEach((byte, at) => byte === 0 && nuls[at % 2]++)
  const [even, odd] = nuls
  const many = Math.max(sample.length / 4, 2)
  const encoding = odd > many && !even ? 'utf-16le' : even > many && !odd ? 'utf-16be' : null
  if (!encoding) return null
  const text = new TextDecoder(encoding).decode(sample, { stream: true })
  return [...text].some((sign) => strange.has(sign.charCodeAt(0))) ? null : encoding
}

/** Without the character that was cut at the end, if one was. */
function wholeCharacters(bytes: Buffer) {
  const last = bytes.subarray(-4).findLastIndex((byte) => byte >= 0xc0)
  if (last === -1) return bytes
  const at = Math.max(0, bytes.length - 4) + last
  const length = bytes[at] >= 0xf0 ? 4 : bytes[at] >= 0xe0 ? 3 : 2
  return at + length > bytes.length ? bytes.subarray(0, at) : bytes
}
