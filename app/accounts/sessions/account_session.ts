import Account from '#app/accounts/account'
import { deviceInWords } from '#app/accounts/sessions/device_name'
import { columnsOfAll, sessionFrom } from '#app/accounts/sessions/session_row'
import type { Actor } from '#app/audit/actor'
import { permit } from '#app/audit/decide'
import { record } from '#app/audit/record'
import { AccountSessionSchema } from '#database/schema'
import { hour, minute, now, second, type Instant } from '#app/shared/clock'
import { inTransaction, type Trx } from '#app/shared/transaction'
import { belongsTo, scope } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'

/** ASVS 7.3: how long a session lives without a sign of life, and at most. */
export const idleLimit = 30 * minute
export const absoluteLimit = 12 * hour

export type SessionEnd =
  'signed_out' | 'ended' | 'replaced' | 'password_changed' | 'deactivated' | 'role_changed'

const endings = {
  signed_out: 'sign_out.done',
  ended: 'session.ended',
  replaced: 'session.ended',
  password_changed: 'session.ended',
  deactivated: 'session.ended',
  role_changed: 'session.ended',
} as const

/** One sign-in of one person on one device. Ended here, it is over on every page at once. */
export default class AccountSession extends AccountSessionSchema {
  @belongsTo(() => Account)
  declare account: BelongsTo<typeof Account>

  /** The session with its account, organization and roles, if it still lives: one question, for every request asks it. */
  static async findLive(id: string, asOf: Instant): Promise<AccountSession | null> {
    const rows = await this.query()
      .where('account_sessions.id', id)
      .withScopes((scopes) => scopes.live(asOf))
      .join('accounts', 'accounts.id', 'account_sessions.account_id')
      .join('organizations', 'organizations.id', 'accounts.organization_id')
      .leftJoin('account_roles', 'account_roles.account_id', 'accounts.id')
      .select(columnsOfAll(this))
      .pojo<Record<string, unknown>>()
    return rows.length ? sessionFrom(this, rows) : null
  }

  /** Whether a sign-in still holds, as it is in this transaction. */
  static async lives(id: string, asOf: Instant, trx: Trx) {
    const live = this.query({ client: trx }).withScopes((scopes) => scopes.live(asOf))
    return (await live.where({ id }).first()) !== null
  }

  static begin(account: Account, device: string, outer?: Trx) {
    return inTransaction(
      (trx) =>
        this.create(
          {
            accountId: account.id,
            address: account.origin!.address,
            device: device.slice(0, 300),
            lastSeenAt: now(),
          },
          { client: trx }
        ),
      outer
    )
  }

  static live = scope((query, asOf: Instant) =>
    query
      .whereNull('account_sessions.ended_at')
      .where('account_sessions.last_seen_at', '>', asOf - idleLimit)
      .where('account_sessions.created_at', '>', asOf - absoluteLimit)
  )

  /** A sign-in of this very person; any other is as if it did not exist. */
  static findFor(account: Account, id: string) {
    return this.query().where({ id, accountId: account.id }).firstOrFail()
  }

  /** Where a person is signed in now, the latest sign of life first. */
  static liveOf(account: Account, asOf: Instant) {
    return this.query()
      .where('accountId', account.id)
      .withScopes((scopes) => scopes.live(asOf))
      .orderBy('lastSeenAt', 'desc')
      .orderBy('id')
  }

  /** The latest sign-ins of a person, whether they hold still or not. */
  static latestOf(account: Account) {
    return this.query().where('accountId', account.id).orderBy('id', 'desc').limit(5)
  }

  get deviceName() {
    return deviceInWords(this.device)
  }

  /** Over for good, on every page and for every request that is still under way. Ending it twice changes nothing. */
  end(by: Actor, because: SessionEnd, outer?: Trx) {
    return inTransaction(async (trx) => {
      await permit(by, 'session.end', this, trx)
      const [ended] = await AccountSession.query({ client: trx })
        .where('id', this.id)
        .whereNull('endedAt')
        .update({ endedAt: now(), endedBy: by.id, endedBecause: because })
      if (Number(ended) === 0) return
      const subject = await Account.findOrFail(this.accountId, { client: trx })
      await record(endings[because], { actor: by, subject, details: { because } }, trx)
    }, outer)
  }

  /** Ends every other sign-in of the person who asks. Returns how many there were. */
  endOthers(by: Actor) {
    return inTransaction(async (trx) => {
      await permit(by, 'session.end', this, trx)
      const [ended] = await AccountSession.query({ client: trx })
        .where('accountId', this.accountId)
        .whereNot('id', this.id)
        .withScopes((scopes) => scopes.live(now()))
        .update({ endedAt: now(), endedBy: by.id, endedBecause: 'ended' })
      const subject = await Account.findOrFail(this.accountId, { client: trx })
      const details = { count: Number(ended) }
      if (ended) await record('session.ended', { actor: by, subject, details }, trx)
      return Number(ended)
    })
  }

  /** Every sign-in of an account, after its password or its roles changed, or somebody took it away. Returns how many there were. */
  static async endAll(account: Account, because: SessionEnd, trx: Trx, by: Actor = account) {
    const [ended] = await this.query({ client: trx })
      .where('accountId', account.id)
      .whereNull('endedAt')
      .update({ endedAt: now(), endedBy: by.id, endedBecause: because })
    return Number(ended)
  }

  /** Whole seconds until this session ends by itself: without a sign of life, and at the latest. */
  timeLeft(asOf = now()) {
    return {
      idle: Math.max(0, Math.floor((this.lastSeenAt + idleLimit - asOf) / second)),
      absolute: Math.max(0, Math.floor((this.createdAt + absoluteLimit - asOf) / second)),
    }
  }

  /** A sign of life, written at most once a minute. */
  async touch() {
    if (this.lastSeenAt > now() - minute) return
    this.lastSeenAt = now()
    await inTransaction((trx) => this.useTransaction(trx).save())
  }
}
