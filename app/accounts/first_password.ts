import { hashed } from '#app/accounts/password_hash'
import { hour, now } from '#app/shared/clock'
import { randomInt } from 'node:crypto'

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
  const text = drawn()
  return {
    text,
    columns: { passwordHash: await hashed(text), passwordExpiresAt: now() + firstPasswordLives },
  }
}

function drawn(): string {
  const text = Array.from({ length: groups }, group).join('-')
  return /[a-z]/.test(text) && /\d/.test(text) ? text : drawn()
}

const group = () => Array.from({ length: inEach }, () => signs[randomInt(signs.length)]).join('')
