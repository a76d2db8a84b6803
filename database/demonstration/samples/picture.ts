import { crc32, deflateSync } from 'node:zlib'

const [width, height] = [480, 240]
const bars = [90, 130, 115, 160, 150, 205]
const [white, grey, blue] = [
  [255, 255, 255],
  [190, 195, 200],
  [0, 94, 162],
]

/** A bar chart, drawn pixel by pixel into a PNG. */
export function chart() {
  const rows = Array.from({ length: height }, (_, y) => {
    const pixels = Array.from({ length: width }, (__, x) => colorAt(x, y))
    return Buffer.from([0, ...pixels.flat()])
  })
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header()),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function colorAt(x: number, y: number) {
  if (y === height - 20) return grey
  const at = Math.floor((x - 30) / 70)
  const isBar = at >= 0 && at < bars.length && (x - 30) % 70 < 45
  return isBar && y < height - 20 && y >= height - 20 - bars[at] ? blue : white
}

/** Eight bits for each of red, green and blue; nothing interlaced. */
function header() {
  const bytes = Buffer.alloc(13)
  bytes.writeUInt32BE(width, 0)
  bytes.writeUInt32BE(height, 4)
  bytes.set([8, 2, 0, 0, 0], 8)
  return bytes
}

function chunk(type: string, data: Buffer) {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
