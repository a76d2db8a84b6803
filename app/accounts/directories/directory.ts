import Account from '#app/accounts/account'
import type { DirectoryQuestions } from '#app/accounts/ldap/conversation'
import { permit } from '#app/audit/decide'
import Organization from '#app/organizations/organization'
import { isOlder, minute, now, type Instant } from '#app/shared/clock'
import { inTransaction, type Trx } from '#app/shared/transaction'
import { DirectorySchema } from '#database/schema'
import encryption from '@adonisjs/core/services/encryption'
import { belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'

/** Where an organization keeps its people's passwords, and how Waybill may ask there. One for each organization at most. */
export default class Directory extends DirectorySchema {
  /** As it is stored: encrypted. It leaves the service on the way to the directory only. */
  @column({ serializeAs: null })
  declare searchPassword: string

  @belongsTo(() => Organization)
  declare organization: BelongsTo<typeof Organization>

  static of(organizationId: string, trx?: Trx) {
    return this.query({ client: trx }).where({ organizationId }).first()
  }

  /** What is set up for an organization, for whoever may look after it. */
  static async findFor(keeper: Account, organization: Organization) {
    await permit(keeper, 'directory.configure', organization)
    return this.query().where({ organizationId: organization.id }).preload('changer').first()
  }

  @belongsTo(() => Account, { foreignKey: 'changedBy' })
  declare changer: BelongsTo<typeof Account>

  /** All directories that people sign in with, whose organizations may use the service. */
  static allInUse() {
    return this.query()
      .where('isInUse', true)
      .whereHas('organization', (organization) => organization.whereNull('suspendedAt'))
      .preload('organization')
      .orderBy('id')
  }

  /** A password that is moved to another organization's row is of no use there. */
  static sealed(organizationId: string, password: string) {
    return encryption.encrypt(password, { purpose: purpose(organizationId) })
  }

  /** Empty if it was encrypted with another APP_KEY: then it must be entered again. */
  get openedPassword() {
    return encryption.decrypt<string>(this.searchPassword, purpose(this.organizationId)) ?? ''
  }

  /** With the search account's password in the clear: for a conversation with the directory, and nothing else. */
  get questions(): DirectoryQuestions {
    const { address, caCertificate, baseDn, searchDn, usernameAttribute, objectIdAttribute } = this
    const searchPassword = this.openedPassword
    return {
      address,
      caCertificate,
      baseDn,
      searchDn,
      searchPassword,
      usernameAttribute,
      objectIdAttribute,
    }
  }

  /** Whether it did not answer when it was asked last. If nobody asked lately (no jobs run), nobody knows. */
  get isFailing() {
    return this.failingSince !== null && !isOlder(this.checkedAt ?? 0, 3 * minute)
  }

  /** What was found when it was last asked: nothing wrong, or a sentence. The first failure of several keeps its time. */
  note(trouble: string | null, asOf: Instant = now()) {
    return inTransaction((trx) =>
      Directory.query({ client: trx })
        .where({ id: this.id, changedAt: this.changedAt })
        .update({
          checkedAt: asOf,
          failingSince: trouble === null ? null : (this.failingSince ?? asOf),
          failingBecause: trouble?.slice(0, 500) ?? null,
        })
    )
  }
}

const purpose = (organizationId: string) => `directory:${organizationId}`
