import type Account from '#app/accounts/account'
import AccountSession from '#app/accounts/sessions/account_session'
import { now } from '#app/shared/clock'
import { symbols } from '@adonisjs/auth'
import type { SessionGuardUser, SessionUserProviderContract } from '@adonisjs/auth/types/session'

/**
 * Tells the web guard who is signed in. What the guard remembers is the id of an account session, so that
 * a session that was ended signs nobody in, even if a slow request writes the browser's bag back.
 */
export class AccountSessionProvider implements SessionUserProviderContract<Account> {
  declare [symbols.PROVIDER_REAL_USER]: Account

  async createUserForGuard(account: Account): Promise<SessionGuardUser<Account>> {
    return { getId: () => account.session!.id, getOriginal: () => account }
  }

  async findById(id: string): Promise<SessionGuardUser<Account> | null> {
    const session = await AccountSession.findLive(id, now())
    return session && this.createUserForGuard(session.account)
  }
}
