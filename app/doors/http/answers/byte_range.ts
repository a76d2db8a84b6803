import type { Span } from '#app/files/blobs/blob_store'

/**
 * Which part a `Range` header asks for (RFC 9110, 14). `null`: everything, because no single range in bytes is asked
 * for or because it makes no sense; several ranges are answered whole, as the standard allows.
 */
export function byteRange(header: string | undefined, size: number): Span | 'unsatisfiable' | null {
  const [, first, last] = /^bytes=[ \t]*(\d*)-(\d*)[ \t]*$/i.exec(header ?? '') ?? []
  if (first === undefined || (!first && !last) || size === 0) return null

  if (!first) {
    const suffix = Math.min(Number(last), size)
    return suffix === 0 ? 'unsatisfiable' : { start: size - suffix, end: size - 1 }
  }
  const start = Number(first)
  const end = last ? Number(last) : Infinity
  if (end < start) return null
  return start < size ? { start, end: Math.min(end, size - 1) } : 'unsatisfiable'
}

/** Whether one of the tags of an `If-None-Match` header is this one; weak tags count there (RFC 9110, 13.1.2). */
export function isAmong(header: string | undefined, etag: string) {
  if (!header) return false
  const tags = header.match(/(?:W\/)?"[^"]*"|\*/g) ?? []
  return tags.some((tag) => tag === '*' || tag.replace(/^W\//, '') === etag)
}
