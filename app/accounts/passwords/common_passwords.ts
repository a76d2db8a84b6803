let read: Promise<Map<string, number>> | undefined

/** The passwords that people choose most, the most frequent first; read when the first password is chosen. */
const ranking = () =>
  (read ??= import('@zxcvbn-ts/language-common').then(({ dictionary }) => {
    const passwords: string[] = dictionary['passwords-common'] as string[]
    return new Map(passwords.map((password, rank) => [password, rank]))
  }))

/** Of the most frequent ones, a number or a sign at the end makes no other password: "Password2026!". */
const mostFrequent = 2000
const disguises: Record<string, string> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '0': 'o',
  '$': 's',
  '5': 's',
}
const undisguised = (text: string) => text.replace(/[@4310$5]/g, (sign) => disguises[sign])

/** Whether a password, or what it is made from, is among those that are tried first. */
export async function isCommon(password: string) {
  const ranks = await ranking()
  const rankOf = (text: string) =>
    Math.min(ranks.get(text) ?? Infinity, ranks.get(undisguised(text)) ?? Infinity)
  const lower = password.toLowerCase()
  if (rankOf(lower) < Infinity) return true

  const root = lower.replace(/[^\p{L}]+$/u, '')
  return root.length > 3 && rankOf(root) < mostFrequent
}
