import { decoded } from '#app/files/views/decode'

/** What a file turns out to be: its bytes say whether it is text, its name says what kind of text. */
export type Nature =
  | { kind: 'picture' | 'pdf'; mediaType: string }
  | { kind: 'page' | 'drawing' | 'table' | 'json' | 'markdown' | 'lines'; text: string }
  | { kind: 'bytes' }

const signatures: [mediaType: string, at: number, bytes: string][] = [
  ['application/pdf', 0, '%PDF-'],
  ['image/png', 0, '\x89PNG\r\n\x1a\n'],
  ['image/jpeg', 0, '\xff\xd8\xff'],
  ['image/gif', 0, 'GIF87a'],
  ['image/gif', 0, 'GIF89a'],
  ['image/webp', 8, 'WEBP'],
  ['image/avif', 4, 'ftypavif'],
]

const byEnding = {
  html: 'page',
  htm: 'page',
  xhtml: 'page',
  svg: 'drawing',
  csv: 'table',
  tsv: 'table',
  json: 'json',
  geojson: 'json',
  md: 'markdown',
  markdown: 'markdown',
} as const

/** Looks at the beginning of a file. */
export function natureOf(name: string, head: Buffer): Nature {
  const mediaType = mediaTypeOf(head)
  if (mediaType) return { kind: mediaType === 'application/pdf' ? 'pdf' : 'picture', mediaType }

  const text = decoded(head)
  if (text === null) return { kind: 'bytes' }
  return { kind: kindOfText(name, text), text }
}

function mediaTypeOf(head: Buffer) {
  const start = head.toString('latin1', 0, 32)
  return signatures.find(([, at, bytes]) => start.startsWith(bytes, at))?.[0]
}

function kindOfText(name: string, text: string) {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  if (Object.hasOwn(byEnding, ending)) return byEnding[ending as keyof typeof byEnding]
  return /^\s*(<!doctype html|<html[\s>])/i.test(text) ? 'page' : 'lines'
}
