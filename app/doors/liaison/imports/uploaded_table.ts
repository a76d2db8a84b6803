import { requireFormToken } from '#app/doors/http/forms/form_token'
import { readUploadForm, type FormFile } from '#app/files/receiving/upload_form'
import { encodingOf } from '#app/files/views/decode'
import { mostBytes } from '#app/folders/imports/import_text'
import type { Table } from '#app/folders/imports/account_import'
import type { HttpContext } from '@adonisjs/core/http'

type Uploaded = Table | { faults: string[] }

interface Limit {
  mostBytes: number
  tooLarge: string
  noText: string
}

const tableOfPeople: Limit = {
  mostBytes,
  tooLarge: 'The file is larger than 256 KB. Split the table.',
  noText: 'This is no text file. Save the table as CSV, best as “CSV UTF-8”.',
}
const noFile = { faults: ['Choose a file with Browse first.'] }

/**
 * Reads the one file of the form into memory as it streams in, up to what it may hold (security rule 18). The form's
 * token stands before the file and is checked first.
 */
export async function uploadedTable(ctx: HttpContext, limit = tableOfPeople): Promise<Uploaded> {
  const { request } = ctx.request
  let uploaded: Uploaded = noFile
  await readUploadForm(request, request.headers, {
    onFields: async (fields) => requireFormToken(ctx, fields.get('_csrf')),
    onFile: async (file) => {
      if (uploaded === noFile) uploaded = await tableFrom(file, limit)
    },
  })
  return uploaded
}

async function tableFrom({ name, stream }: FormFile, limit: Limit): Promise<Uploaded> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of stream) {
    size += piece.length
    if (size > limit.mostBytes) return { faults: [limit.tooLarge] }
    pieces.push(Buffer.from(piece))
  }
  return decodedTable(Buffer.concat(pieces), name, limit)
}

/** Which alphabet the bytes are in is told apart and said on the preview; what is no text is refused. */
function decodedTable(bytes: Buffer, name: string, { noText }: Limit): Uploaded {
  const encoding = encodingOf(bytes)
  if (!encoding) return { faults: [noText] }
  return { text: new TextDecoder(encoding).decode(bytes), name, encoding }
}
