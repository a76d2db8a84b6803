import { escaped } from '#app/files/views/markup'

/** As many bytes as anybody reads of what is no text. */
export const hexBytes = 16 * 1024
const perRow = 16

/** Bytes as numbers, sixteen in a row, with what is readable of them beside. */
export function hexDump(bytes: Buffer) {
  const rows: string[] = []
  for (let at = 0; at < Math.min(bytes.length, hexBytes); at += perRow) {
    rows.push(row(at, bytes.subarray(at, at + perRow)))
  }
  return rows.join('\n')
}

export const hex = (bytes: Buffer) => `<pre>${escaped(hexDump(bytes))}</pre>`

function row(at: number, bytes: Buffer) {
  const numbers = [...bytes].map((byte) => byte.toString(16).padStart(2, '0'))
  const left = numbers.slice(0, 8).join(' ').padEnd(23)
  const right = numbers.slice(8).join(' ').padEnd(23)
  const readable = bytes.toString('latin1').replace(/[^\x20-\x7e]/g, '.')
  return `${at.toString(16).padStart(8, '0')}  ${left}  ${right}  |${readable}|`
}
