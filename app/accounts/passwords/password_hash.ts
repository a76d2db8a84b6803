import { turns } from '#app/accounts/signing_in/turns'
import hash from '@adonisjs/core/services/hash'
import { randomBytes } from 'node:crypto'
import { availableParallelism } from 'node:os'

/**
 * A password as it is compared: composed once (NFC) for every way in, so that the same keys give the same password
 * on every system; nothing is trimmed or cut (security rule 7).
 */
const composed = (password: string) => password.normalize('NFC')

/**
 * A hash keeps a core and a thread of the pool busy, the pool that also reads files and asks SQLite. Half of the
 * cores stay free for everybody who is in already, however many sign in at once (performance P15).
 */
const inTurn = turns(Math.max(1, Math.floor(availableParallelism() / 2)))

export const hashed = (password: string) => inTurn(() => hash.make(composed(password)))

export const matches = (passwordHash: string, password: string) =>
  inTurn(() => hash.verify(passwordHash, composed(password)))

let nobodys: Promise<string> | undefined

/** What is compared when there is no such account: it costs the same and is never right. */
export const nobodysHash = () => (nobodys ??= hashed(randomBytes(16).toString('hex')))
