/** Longest name, in bytes of UTF-8: what file systems take. */
const nameMaxBytes = 255

const separator = /[/\\]/
const control = /[\p{Cc}\p{Zl}\p{Zp}]/u
/** They turn the reading direction around, so that "cod.exe" can look like "exe.doc". */
const bidiControl = /\p{Bidi_Control}/u
/** What Windows keeps for devices, alone or with any ending. */
const device = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\..*)?$/i
const blankAtEnds = /^\s|\s$/u

/** What makes two names the same in one folder (security rule 22): composed alike and without regard to case. */
export const nameKey = (name: string) => name.normalize('NFC').toLowerCase()

/** What is wrong with the name of a file or a folder, as the end of a sentence; undefined when nothing is. */
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
