import type { Actor } from '#app/audit/actor'
import { conceal } from '#app/audit/conceal'
import { permit } from '#app/audit/decide'
import { record } from '#app/audit/record'
import Account from '#app/accounts/account'
import Folder from '#app/folders/folder'
import type { Level } from '#app/folders/reach'
import { subscriptionEnded } from '#app/folders/subscriptions/subscription_ended'
import { FolderSubscriptionSchema } from '#database/schema'
import { now, type Instant } from '#app/shared/clock'
import { nameKey } from '#app/shared/names'
import { inTransaction, type Trx } from '#app/shared/transaction'
import { belongsTo, scope } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'

/** What a subscription gives, and why. */
export interface SubscriptionTerms {
  level: Level
  /** The name under which the person sees the folder; its own name, if nothing is said. */
  shownAs?: string | null
  purpose?: string | null
  agreementNumber?: string | null
  expiresAt?: Instant | null
}

/** Why a subscription is over: somebody ended it, its day came, another took its place, or its ground is gone. */
export type SubscriptionEnd =
  | 'ended'
  | 'expired'
  | 'changed'
  | 'not_reviewed'
  | 'account_deactivated'
  | 'organization_suspended'
  | 'departed'
  | 'import_undone'
  | 'folder_deleted'

/**
 * An account's access to a folder and what lies below it, from when until when, granted by whom. It is never altered, only
 * ended and replaced: what was the case on any day can be told afterwards.
 */
export default class FolderSubscription extends FolderSubscriptionSchema {
  declare level: Level
  declare endedBecause: SubscriptionEnd | null

  @belongsTo(() => Folder)
  declare folder: BelongsTo<typeof Folder>

  @belongsTo(() => Account)
  declare account: BelongsTo<typeof Account>

  static live = scope((query, asOf: Instant) =>
    query
      .whereNull('endedAt')
      .where((end) => end.whereNull('expiresAt').orWhere('expiresAt', '>', asOf))
  )

  /** Those in which folder and person belong to different organizations. */
  static acrossOrganizations = scope((query) =>
    query.whereRaw(
      `(select organization_id from folders where folders.id = folder_subscriptions.folder_id) <>
       (select organization_id from accounts where accounts.id = folder_subscriptions.account_id)`
    )
  )

  /** A subscription of the keeper's folders or of the keeper's people. Throws E_ROW_NOT_FOUND for any other. */
  static async findFor(keeper: Account, id: string) {
    const subscription = await this.query()
      .where({ id })
      .preload('folder', (folder) => folder.preload('organization'))
      .preload('account', (account) => account.preload('organization'))
      .firstOrFail()
    const { folder, account } = subscription
    const isOurs = [folder, account].some(
      ({ organizationId }) => organizationId === keeper.organizationId
    )
    return isOurs ? subscription : conceal(keeper, folder)
  }

  /** Begins a subscription; whether it may begin has been asked by whom it is called. One that is over by its day makes room. */
  static start(
    by: Actor,
    folder: Folder,
    account: Account,
    asked: Level | (SubscriptionTerms & { replacesId?: string }),
    outer?: Trx
  ) {
    const terms = typeof asked === 'string' ? { level: asked } : asked
    return inTransaction(async (trx) => {
      await this.#closeExpired(folder, account, trx)
      const subscription = await this.create(
        {
          ...terms,
          folderId: folder.id,
          accountId: account.id,
          grantedBy: by.id,
          searchKey: wordsOf(terms),
        },
        { client: trx }
      )
      subscription.$setRelated('folder', folder)
      subscription.$setRelated('account', account)
      const { level } = terms
      const details = { account: account.actorName, accountId: account.id, level }
      await record('subscription.started', { actor: by, subject: folder, details }, trx)
      return subscription
    }, outer)
  }

  /** The subscription with its folder and person, found if they are not at hand. */
  async withBothSides(trx?: Trx) {
    if (!this.folder) {
      this.$setRelated('folder', await Folder.findOrFail(this.folderId, { client: trx }))
    }
    if (!this.account) {
      this.$setRelated('account', await Account.findOrFail(this.accountId, { client: trx }))
    }
    return this
  }

  /** The folder's name as its person sees it. */
  get shownName() {
    return this.shownAs ?? this.folder.name
  }

  get terms(): SubscriptionTerms {
    const { level, shownAs, purpose, agreementNumber, expiresAt } = this
    return { level, shownAs, purpose, agreementNumber, expiresAt }
  }

  get isAcross() {
    return this.folder.organizationId !== this.account.organizationId
  }

  isLive(asOf: Instant) {
    return this.endedAt === null && (this.expiresAt === null || this.expiresAt > asOf)
  }

  /** Over from the next request on, a running download's further ranges included. False if it was over already. */
  end(by: Actor, because: SubscriptionEnd = 'ended', outer?: Trx) {
    return inTransaction(async (trx) => {
      await permit(by, 'subscription.end', this, trx)
      return this.close(by, because, trx)
    }, outer)
  }

  /** The same, when whoever calls has asked whether it may be. */
  async close(by: Actor, because: SubscriptionEnd, trx: Trx, endedAt = now()) {
    const end = { endedAt, endedBy: by.id, endedBecause: because }
    const [ended] = await FolderSubscription.query({ client: trx })
      .where('id', this.id)
      .whereNull('endedAt')
      .update(end)
    if (Number(ended) !== 1) return false

    const { folder, account } = await this.withBothSides(trx)
    const details = { account: account.actorName, accountId: account.id, because }
    await record('subscription.ended', { actor: by, subject: folder, details }, trx)
    Object.assign(this.$attributes, end)
    this.$hydrateOriginals()
    await subscriptionEnded.tell({ subscription: this, by, because }, trx)
    return true
  }

  static #closeExpired(folder: Folder, account: Account, trx: Trx) {
    return this.query({ client: trx })
      .where({ folderId: folder.id, accountId: account.id })
      .whereNull('endedAt')
      .where('expiresAt', '<=', now())
      .update({ endedAt: trx.raw('expires_at'), endedBecause: 'expired' })
  }
}

/** By what a list finds it, beside the names of folder and person. */
const wordsOf = ({ shownAs, agreementNumber }: SubscriptionTerms) =>
  nameKey([shownAs, agreementNumber].filter(Boolean).join('\n')) || null
