/** A number as it is read aloud, and as a telephone dials it. */
export interface PhoneNumber {
  /** With what is pressed afterwards: "860-622-2300, option 9". */
  text: string
  /** For a tel: link: "8606222300"; undefined where there is nothing to dial. */
  dialed?: string
}

/** What a record says of a phone and its menu option, each as somebody wrote it. */
export function phoneNumber(phone: string, option = ''): PhoneNumber | undefined {
  if (!phone) return undefined
  const pressed = /^[\d*#]+$/.test(option) ? `option ${option}` : option
  const text = pressed ? `${phone}, ${pressed}` : phone
  return { text, dialed: dialedOf(phone) }
}

/** The first number of what is written, with its extension (RFC 3966). */
function dialedOf(phone: string) {
  const [first] = phone.split(/[,;/]|\bor\b|\boption\b/i)
  const [main, extension] = first.split(/\b(?:extension|ext\.?|x)\s*(?=\d)/i)
  const digits = main.replace(/(?!^\s*\+)\D/g, '').trim()
  if (digits.replace('+', '').length < 3) return undefined
  const more = extension?.replace(/\D/g, '')
  return more ? `${digits};ext=${more}` : digits
}

/** Whether somebody who dialed the one would reach the other again. */
export const isSameNumber = (one: PhoneNumber, other: PhoneNumber) =>
  one.text.replace(/[^\d*#]/g, '') === other.text.replace(/[^\d*#]/g, '')

/** Whether both ring the same telephone, whatever is pressed afterwards. */
export const isSameLine = (one: PhoneNumber, other: PhoneNumber) =>
  one.dialed !== undefined && one.dialed === other.dialed
