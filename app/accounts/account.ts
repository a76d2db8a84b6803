import { keysOf } from '#app/accounts/keeping/account_keys'
import { hashed } from '#app/accounts/passwords/password_hash'
import { record } from '#app/audit/record'
import type { Actor, Origin, Subject } from '#app/audit/actor'
import type AccountSession from '#app/accounts/sessions/account_session'
import AccountRole, { type Role } from '#app/accounts/account_role'
import Organization from '#app/organizations/organization'
import { AccountSchema } from '#database/schema'
import { isOlder, now, second, type Instant } from '#app/shared/clock'
import { inTransaction, type Trx } from '#app/shared/transaction'
import { beforeCreate, beforeUpdate, belongsTo, hasMany, scope } from '@adonisjs/lucid/orm'
import type { BelongsTo, HasMany } from '@adonisjs/lucid/types/relations'

interface NewAccount {
  organization: Organization
  username: string
  fullName: string
  email?: string
  phone?: string
  title?: string
  /** Left out for who signs in against a directory. */
  password?: string
  credentialSource?: 'local' | 'directory'
  mustChangePassword?: boolean
  /** The hash of a password that Waybill made, and until when it may wait for its person. */
  passwordHash?: string
  passwordExpiresAt?: Instant
  endsAt?: Instant
  sponsorId?: string
}

/** A person's sign-in, in one organization. */
export default class Account extends AccountSchema implements Actor, Subject {
  subjectType = 'account'

  @belongsTo(() => Organization)
  declare organization: BelongsTo<typeof Organization>

  @hasMany(() => AccountRole)
  declare grants: HasMany<typeof AccountRole>

  /** Where the present request came from; set by the door that let the person in. */
  declare origin?: Origin
  /** The sign-in that the present request belongs to. */
  declare session?: AccountSession

  #readAt = 0
  #lately = new Map<string, Promise<any>>()

  @beforeCreate()
  @beforeUpdate()
  static keepKeys(account: Account) {
    account.merge(keysOf(account))
  }

  /** Opens an account; whoever signs in with a local password gets one here. Throws if the user name is taken. */
  static async open(by: Actor, { organization, password, ...details }: NewAccount, outer?: Trx) {
    const made = details.passwordHash ?? null
    const passwordHash = password === undefined ? made : await hashed(password)
    return inTransaction(async (trx) => {
      const account = await this.create(
        {
          credentialSource: 'local',
          mustChangePassword: false,
          ...details,
          organizationId: organization.id,
          usernameKey: details.username.toLowerCase(),
          passwordHash,
        },
        { client: trx }
      )
      account.$setRelated('organization', organization)
      await record('account.created', { actor: by, subject: account }, trx)
      return account
    }, outer)
  }

  /** The account of that very name, capitals and all, with what is asked of it at the door. */
  static async named(username: string) {
    const name = username.normalize('NFC')
    if (name.length > 100 || name.includes('\0')) return null
    return this.query().where('username', name).preload('organization').preload('grants').first()
  }

  /** Whom a person means who forgot how to sign in: by user name, or by mail address, in capitals or not. */
  static async knownAs(name: string) {
    const key = name.trim().normalize('NFC').toLowerCase()
    if (!key || key.length > 254 || key.includes('\0')) return []
    return this.query()
      .where((match) => match.where('usernameKey', key).orWhereRaw('lower(email) = ?', [key]))
      .orderBy('id')
      .limit(5)
  }

  static activeAt = scope((query, asOf: Instant) =>
    query
      .whereNull('deactivatedAt')
      .where((end) => end.whereNull('endsAt').orWhere('endsAt', '>', asOf))
  )

  static people = scope((query) => query.orderBy('usernameKey').orderBy('id'))

  get actorName() {
    return `${this.fullName} (${this.username})`
  }

  get subjectName() {
    return this.actorName
  }

  get initials() {
    const words = this.fullName.trim().split(/\s+/)
    return [words[0], words.length > 1 ? words.at(-1)! : '']
      .map((word) => [...word][0] ?? '')
      .join('')
      .toUpperCase()
  }

  /** A first password waits for its person for a while; then another one must be made. */
  isPasswordOver(asOf: Instant) {
    return this.isLocal && this.passwordExpiresAt !== null && this.passwordExpiresAt <= asOf
  }

  get isLocal() {
    return this.credentialSource === 'local'
  }

  /**
   * Reads again what an administrator may have changed meanwhile: at most a second old, and in a
   * transaction as it is now (security rule 2: a change takes effect on what is under way).
   */
  async renew(trx?: Trx) {
    if (!trx && !isOlder(this.#readAt, second)) return this
    const fresh = await Account.query({ client: trx })
      .where('id', this.id)
      .preload('organization')
      .preload('grants')
      .firstOrFail()
    Object.assign(this.$attributes, fresh.$attributes)
    this.$hydrateOriginals()
    this.$setRelated('organization', fresh.organization)
    this.$setRelated('grants', fresh.grants)
    return this.wasRead()
  }

  /** Everything of it was read just now. */
  wasRead() {
    this.#readAt = now()
    this.#lately.clear()
    return this
  }

  /** What was found out about the person since it was read: a second old at most, and in a transaction found out anew. */
  lately<T>(what: string, find: () => Promise<T>, trx?: Trx): Promise<T> {
    if (trx || isOlder(this.#readAt, second)) return find()
    if (!this.#lately.has(what)) this.#lately.set(what, find())
    return this.#lately.get(what)!
  }

  /** Whether nobody has changed the password, or where it is kept, since this account was read. */
  async stillHasPassword(trx: Trx) {
    const stored = await Account.query({ client: trx }).where('id', this.id).forUpdate().first()
    return (
      stored?.passwordHash === this.passwordHash &&
      stored.credentialSource === this.credentialSource &&
      stored.directoryObjectId === this.directoryObjectId
    )
  }

  isActive(asOf: Instant) {
    return this.deactivatedAt === null && (this.endsAt === null || this.endsAt > asOf)
  }

  /** Asks the loaded grants: whoever loads an account that acts loads them along. */
  has(role: Role) {
    return this.grants.some((grant) => grant.role === role)
  }
}
