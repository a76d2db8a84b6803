export interface Part {
  field: string
  /** Left out: an ordinary field. */
  filename?: string
  /** Stands instead of both, to the letter. */
  disposition?: string
  body: Buffer | string
}

export const boundary = '----waybill-test-boundary'
export const formHeaders = { 'content-type': `multipart/form-data; boundary=${boundary}` }

/** The body of an upload form as a browser sends it. */
export const multipart = (parts: Part[]) =>
  Buffer.concat([...parts.flatMap(partBytes), Buffer.from(`--${boundary}--\r\n`)])

function partBytes({ field, filename, disposition, body }: Part) {
  const file = filename === undefined ? '' : `; filename="${filename.replaceAll('"', '%22')}"`
  const type = filename === undefined ? '' : 'Content-Type: application/octet-stream\r\n'
  const head = disposition ?? `form-data; name="${field}"${file}`
  return [
    Buffer.from(`--${boundary}\r\nContent-Disposition: ${head}\r\n${type}\r\n`),
    Buffer.from(body as string),
    Buffer.from('\r\n'),
  ]
}

/** The same bytes, cut at the given lengths in turn. */
export function* cut(bytes: Buffer, nextLength: () => number) {
  for (let at = 0; at < bytes.length;) {
    const length = Math.max(1, nextLength())
    yield bytes.subarray(at, at + length)
    at += length
  }
}
