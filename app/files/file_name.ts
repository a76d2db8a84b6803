import { UploadRefused } from '#app/files/upload_refused'

/** Longest name, in bytes of UTF-8: what file systems take. */
const nameMaxBytes = 255

const separator = /[/\\]/
const control = /[\p{Cc}\p{Zl}\p{Zp}]/u
/** They turn the reading direction around, so that "cod.exe" can look like "exe.doc". */
const bidiControl = /\p{Bidi_Control}/u
/** What Windows keeps for devices, alone or with any ending. */
const device = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\..*)?$/i
const blankAtEnds = /^\s|\s$/u

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

/** What is wrong with a name, as the end of a sentence; undefined when nothing is. */
export function faultOf(name: string): string | undefined {
  if (!name) return 'it is empty'
  if (!name.isWellFormed() || name.includes('\ufffd')) return 'it is not valid UTF-8'
  if (Buffer.byteLength(name) > nameMaxBytes) return `it is longer than ${nameMaxBytes} bytes`
  if (name === '.' || name === '..') return 'it stands for a folder'
  if (separator.test(name)) return 'it holds a slash or a backslash'
  if (control.test(name)) return 'it holds a control character'
  if (bidiControl.test(name)) return 'it holds a character that turns the reading direction'
  if (blankAtEnds.test(name)) return 'it begins or ends with a blank'
  if (device.test(name)) return 'Windows keeps it for a device'
  return undefined
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
