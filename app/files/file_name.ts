import { UploadRefused } from '#app/files/receiving/upload_refused'
import { faultOf } from '#app/shared/names'

/**
 * A file's name as it is kept (security rule 22): composed (NFC), otherwise exactly as it was sent, or refused
 * with the reason. Nothing of a name is ever changed in silence; it is a column and never a path.
 */
export function fileName(sent: string | Uint8Array): string {
  const name = decoded(sent).normalize('NFC')
  const fault = faultOf(name)
  if (fault) {
    throw new UploadRefused(
      'upload.name',
      `This name cannot be kept: ${fault}.`,
      'Rename the file.'
    )
  }
  return name
}

function decoded(sent: string | Uint8Array) {
  if (typeof sent === 'string') return sent
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(sent)
  } catch (cause) {
    throw new UploadRefused(
      'upload.name',
      'This name cannot be kept: it is not valid UTF-8.',
      'Rename the file.',
      { cause }
    )
  }
}
