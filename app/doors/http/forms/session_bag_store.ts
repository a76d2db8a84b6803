import { inTransaction } from '#app/shared/transaction'
import { now, minute } from '#app/shared/clock'
import service from '#config/service'
import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import type { SessionData, SessionStoreContract } from '@adonisjs/session/types'

const visitorCookie = `${service.cookiePrefix}waybill-visit`

/** In bytes. Browsers throw a cookie of more than 4,096 away, as a whole. */
const longest = 1500

/** Without the texts that are too long for a cookie: what is said on the next page must not be lost with them. */
const fitting = (data: SessionData): SessionData =>
  JSON.parse(JSON.stringify(data, (_name, value) => (isTooLong(value) ? undefined : value)))

const isTooLong = (value: unknown) =>
  typeof value === 'string' && Buffer.byteLength(JSON.stringify(value)) > longest

/**
 * Keeps a browser's bag: the form token, messages for the next page, what was typed. A signed-in person's bag is a
 * row; a visitor's is an encrypted cookie, so that nobody can make the service write by just coming by.
 * Who is signed in does not hang on the bag: see AccountSessionProvider.
 */
export class SessionBagStore implements SessionStoreContract {
  #touchedAt = 0

  constructor(private ctx: HttpContext) {}

  async read(id: string) {
    const bag = await db.from('session_bags').where({ id }).first()
    if (!bag) return this.#visitor().read()
    this.#touchedAt = bag.touched_at
    return JSON.parse(bag.payload)
  }

  async write(id: string, data: SessionData) {
    if (!('auth_web' in data)) return this.#visitor().write(data)
    this.#visitor().clear()
    const row = { id, payload: JSON.stringify(data), touched_at: now() }
    await inTransaction((trx) =>
      trx.knexQuery().table('session_bags').insert(row).onConflict('id').merge()
    )
  }

  async destroy(id: string) {
    this.#visitor().clear()
    await inTransaction((trx) => trx.from('session_bags').where({ id }).delete())
  }

  /** A page view must not cost a write: once a minute is enough to know which bags are old. */
  async touch(id: string) {
    if (!this.#touchedAt || this.#touchedAt > now() - minute) return
    await inTransaction((trx) =>
      trx.from('session_bags').where({ id }).update({ touched_at: now() })
    )
  }

  #visitor() {
    const { request, response } = this.ctx
    return {
      read: (): SessionData | null => request.encryptedCookie(visitorCookie) ?? null,
      write: (data: SessionData) => {
        response.encryptedCookie(visitorCookie, fitting(data), { maxAge: undefined })
      },
      clear: () => {
        if (request.cookiesList()[visitorCookie]) response.clearCookie(visitorCookie)
      },
    }
  }
}
