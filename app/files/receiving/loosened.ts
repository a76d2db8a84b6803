import { brokenOff } from '#app/files/receiving/upload_refused'
import { Readable } from 'node:stream'

/**
 * A file of the form on its own: it may be left unread or be destroyed, and the form still goes on behind it.
 * It ends well only if the form says that it is complete. In object mode its pieces are handed on as they came.
 */
export function loosened(stream: Readable) {
  const pass = (piece: Buffer) => {
    if (!file.push(piece)) stream.pause()
  }
  const file = new Readable({
    objectMode: true,
    highWaterMark: 4,
    read: () => void stream.resume(),
    destroy: (error, done) => {
      stream.off('data', pass)
      stream.resume()
      done(error)
    },
  })
  file.on('error', () => {})
  stream.on('data', pass)
  stream.pause()
  stream.on('error', (error) => file.destroy(brokenOff(error)))
  stream.on('end', () => file.push(null))
  return file
}
