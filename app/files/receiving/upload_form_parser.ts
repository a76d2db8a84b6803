import { UploadRefused } from '#app/files/receiving/upload_refused'
import { Busboy, type BusboyHeaders } from '@fastify/busboy'
import type { IncomingHttpHeaders } from 'node:http'

/** What one form may hold (security rule 18). */
export const formLimits = {
  /** A page has 50 check boxes beside the few others. */
  fields: 100,
  fieldSize: 16 * 1024,
  files: 5_000,
  parts: 5_100,
  headerPairs: 20,
  headerSize: 16 * 1024,
}

/** Reads the parts of a form as they come; what is no upload form is refused. */
export function parserFor(headers: IncomingHttpHeaders) {
  try {
    if (!/^multipart\/form-data;/i.test(headers['content-type'] ?? '')) throw new Error('No form')
    return new Busboy({ headers: headers as BusboyHeaders, limits: formLimits, preservePath: true })
  } catch (cause) {
    throw new UploadRefused('upload.form', 'This is not an upload form.', undefined, { cause })
  }
}

export const tooMuch = () =>
  new UploadRefused(
    'upload.form',
    `One form may hold at most ${formLimits.files.toLocaleString('en')} files and a few fields.`,
    'Upload the files in several steps.'
  )
