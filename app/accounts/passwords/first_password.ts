import { hashed } from '#app/accounts/passwords/password_hash'
import { hour, now } from '#app/shared/clock'
import { createHmac, randomBytes, randomInt } from 'node:crypto'

/** Without letters and digits that are taken for one another on paper. */
const signs = 'abcdefghjkmnpqrstuvwxyz23456789'
const groups = 7
const inEach = 4

/** Security rule 8: how long a password that Waybill made may wait for its person. */
export const firstPasswordLives = 72 * hour

/**
 * A password that nobody chose: over 128 random bits in groups that can be read aloud. It is shown once, to who asked for it;
 * kept is its hash. At least one letter and one digit (seed: service guide).
 */
export async function makeFirstPassword() {
  return asFirstPassword(drawn())
}

/** A password that was drawn before, with what is kept of it. */
export async function asFirstPassword(text: string) {
  return {
    text,
    columns: { passwordHash: await hashed(text), passwordExpiresAt: now() + firstPasswordLives },
  }
}

/** What many first passwords are drawn from, so that who holds it can be told them; it is never stored. */
export const newSeed = () => randomBytes(32).toString('base64url')

/** The first password of one name, the same each time: as good as drawn for everybody without the seed. */
export function drawnFrom(seed: string, name: string): string {
  const drawing = signsFrom(seed, name)
  const sign = () => drawing.next().value as string
  for (;;) {
    const text = inGroups(sign)
    if (isMixed(text)) return text
  }
}

/** Bytes beyond the last whole multiple of the signs are left out: no sign is likelier than another. */
function* signsFrom(seed: string, name: string) {
  const fair = 256 - (256 % signs.length)
  for (let round = 0; ; round++) {
    const bytes = createHmac('sha256', seed).update(`${round}:${name}`).digest()
    for (const byte of bytes) if (byte < fair) yield signs[byte % signs.length]
  }
}

function drawn(): string {
  const text = inGroups(() => signs[randomInt(signs.length)])
  return isMixed(text) ? text : drawn()
}

const isMixed = (text: string) => /[a-z]/.test(text) && /\d/.test(text)

const inGroups = (sign: () => string) =>
  Array.from({ length: groups }, () => Array.from({ length: inEach }, sign).join('')).join('-')
