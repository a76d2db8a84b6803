import Account from '#app/accounts/account'
import type { Actor, Subject } from '#app/audit/actor'
import { conceal } from '#app/audit/conceal'
import { permit } from '#app/audit/decide'
import { record } from '#app/audit/record'
import { recordForAsked, recordForPerson } from '#app/folders/subscriptions/consent_trail'
import Folder from '#app/folders/folder'
import FolderSubscription, {
  type SubscriptionTerms,
} from '#app/folders/subscriptions/folder_subscription'
import type { Level } from '#app/folders/reach'
import { lapseAfter } from '#app/folders/requests/reminding'
import { tell } from '#app/messages/tell'
import Organization from '#app/organizations/organization'
import { SubscriptionOfferSchema } from '#database/schema'
import { now } from '#app/shared/clock'
import { nameKey } from '#app/shared/names'
import { inTransaction, type Trx } from '#app/shared/transaction'
import { belongsTo, scope } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'

export interface Offered extends SubscriptionTerms {
  askedOrganization: Organization
  /** User name or mail address, as the offering liaison knows the person. */
  named: string
  fullName?: string | null
  purpose: string
  /** A live subscription that this one takes the place of when it is accepted. */
  replacesId?: string
  isSignedBySponsor?: boolean
}

type OfferStatus = 'pending' | 'accepted' | 'declined' | 'withdrawn' | 'lapsed'

/**
 * The first of two keys (security rule 5): a folder's liaison offers access to a person of another organization, and who
 * speaks for that organization accepts or declines. Until then the offering side learns nothing of the person, not even
 * whether there is such an account, and the person nothing of the folder.
 */
export default class SubscriptionOffer extends SubscriptionOfferSchema implements Subject {
  declare status: OfferStatus
  declare level: Level
  subjectType = 'subscription_offer'

  @belongsTo(() => Folder)
  declare folder: BelongsTo<typeof Folder>

  /** The folder's. */
  @belongsTo(() => Organization)
  declare organization: BelongsTo<typeof Organization>

  /** The person's. */
  @belongsTo(() => Organization, { foreignKey: 'askedOrganizationId' })
  declare askedOrganization: BelongsTo<typeof Organization>

  @belongsTo(() => Account, { foreignKey: 'offeredBy' })
  declare offerer: BelongsTo<typeof Account>

  /** Who has access by it, once it is accepted. */
  @belongsTo(() => Account)
  declare account: BelongsTo<typeof Account>

  @belongsTo(() => Account, { foreignKey: 'decidedBy' })
  declare decider: BelongsTo<typeof Account>

  static waiting = scope((query) => query.where('status', 'pending'))

  /** The name that both sides may see: of the folder, never of the person. */
  get subjectName() {
    return this.shownAs ?? this.folder?.name ?? 'a folder'
  }

  get terms(): SubscriptionTerms {
    const { level, shownAs, purpose, agreementNumber, expiresAt } = this
    return { level, shownAs, purpose, agreementNumber, expiresAt }
  }

  /** An offer that this person's organization made or was asked. Throws E_ROW_NOT_FOUND for any other. */
  static async findFor(speaker: Account, id: string) {
    const offer = await this.query()
      .where({ id })
      .preload('folder')
      .preload('organization')
      .preload('askedOrganization')
      .preload('offerer')
      .preload('decider')
      .firstOrFail()
    const sides = [offer.organizationId, offer.askedOrganizationId]
    return sides.includes(speaker.organizationId) ? offer : conceal(speaker, offer)
  }

  get isWaiting() {
    return this.status === 'pending'
  }

  get lapsesAt() {
    return this.createdAt + lapseAfter
  }

  /** Throws Refusal; a second pending offer of the same folder to the same person breaks a unique index. */
  static make(by: Account, folder: Folder, offered: Offered, outer?: Trx) {
    const { askedOrganization, ...columns } = offered
    return inTransaction(async (trx) => {
      await permit(by, 'offer.make', folder, trx)
      const offer = new this().fill({
        ...columns,
        namedKey: nameKey(offered.named),
        folderId: folder.id,
        organizationId: folder.organizationId,
        askedOrganizationId: askedOrganization.id,
        offeredBy: by.id,
        status: 'pending',
      })
      offer.$setRelated('folder', folder)
      offer.$setRelated('askedOrganization', askedOrganization)
      if (offer.isSignedBySponsor) await permit(by, 'offer.sign', offer, trx)
      await offer.useTransaction(trx).save()
      const details = { organization: askedOrganization.name, named: offered.named }
      await record('offer.made', { actor: by, subject: offer, details }, trx)
      if (!offer.isSignedBySponsor) await recordForAsked('consent.asked', by, offer, trx)
      return offer
    }, outer)
  }

  /** The account, as far as the asked organization has one of that user name or mail address. */
  async personMeant(trx?: Trx) {
    const matches = await Account.query({ client: trx })
      .where('organizationId', this.askedOrganizationId)
      .withScopes((scopes) => scopes.activeAt(now()))
      .where((match) =>
        match.where('usernameKey', this.namedKey).orWhereRaw('lower(email) = ?', [this.namedKey])
      )
      .limit(2)
    const exact = matches.find(({ usernameKey }) => usernameKey === this.namedKey)
    return exact ?? (matches.length === 1 ? matches[0] : null)
  }

  /** The second key: the subscription starts in this moment, and both hear of it. Null if somebody had decided before. */
  accept(by: Account, account: Account, outer?: Trx) {
    return inTransaction(async (trx) => {
      await permit(by, 'offer.decide', this, trx)
      if (!this.isWaiting) return null
      await permit(by, 'offer.accept', { offer: this, account }, trx)
      if (!(await this.#decideOnce('accepted', by, { accountId: account.id }, trx))) return null

      const folder = await Folder.findOrFail(this.folderId, { client: trx })
      await this.#makeRoom(by, account, trx)
      const offerer = await Account.findOrFail(this.offeredBy, { client: trx })
      const terms = { ...this.terms, replacesId: this.replacesId ?? undefined }
      const subscription = await FolderSubscription.start(offerer, folder, account, terms, trx)
      await SubscriptionOffer.query({ client: trx })
        .where('id', this.id)
        .update({ subscriptionId: subscription.id })
      await record('offer.accepted', { actor: by, subject: this }, trx)
      await recordForPerson('consent.given', by, subscription, trx)
      await tell(account, 'subscription_started', { subscriptionId: subscription.id }, trx)
      if (by.id !== offerer.id) await this.#answer('offer_accepted', trx)
      return subscription
    }, outer)
  }

  decline(by: Account, because: string, outer?: Trx) {
    return this.#close(by, 'declined', because, outer)
  }

  withdraw(by: Account, because: string, outer?: Trx) {
    return this.#close(by, 'withdrawn', because, outer)
  }

  /** Over by itself: nobody answered, or its ground is gone. False if somebody had decided before. */
  async lapse(by: Actor, because: string, trx: Trx) {
    if (!(await this.#decideOnce('lapsed', by, { because }, trx))) return false
    await record('offer.lapsed', { actor: by, subject: this, details: { because } }, trx)
    await recordForAsked('consent.lapsed', by, this, trx)
    await this.#answer('offer_lapsed', trx)
    return true
  }

  /** False if somebody had decided before. */
  #close(by: Account, status: 'declined' | 'withdrawn', because: string, outer?: Trx) {
    const action = status === 'declined' ? 'offer.decide' : 'offer.withdraw'
    return inTransaction(async (trx) => {
      await permit(by, action, this, trx)
      if (!(await this.#decideOnce(status, by, { because }, trx))) return false
      await record(`offer.${status}`, { actor: by, subject: this, details: { because } }, trx)
      const forAsked = status === 'declined' ? 'consent.declined' : 'consent.lapsed'
      await recordForAsked(forAsked, by, this, trx)
      if (status === 'declined') await this.#answer('offer_declined', trx)
      return true
    }, outer)
  }

  async #answer(kind: string, trx: Trx) {
    const offerer = await Account.findOrFail(this.offeredBy, { client: trx })
    await tell(offerer, kind, { offerId: this.id }, trx)
  }

  /** What the person has there already ends: an accepted offer takes its place. */
  async #makeRoom(by: Actor, account: Account, trx: Trx) {
    const present = await FolderSubscription.query({ client: trx })
      .where({ folderId: this.folderId, accountId: account.id })
      .whereNull('endedAt')
    for (const subscription of present) await subscription.close(by, 'changed', trx)
  }

  async #decideOnce(
    status: OfferStatus,
    by: Actor,
    more: { accountId?: string; because?: string },
    trx: Trx
  ) {
    const decision = { ...more, status, decidedAt: now(), decidedBy: by.id }
    const [changed] = await SubscriptionOffer.query({ client: trx })
      .where({ id: this.id, status: 'pending' })
      .update(decision)
    if (Number(changed) !== 1) return false
    Object.assign(this.$attributes, decision)
    this.$hydrateOriginals()
    return true
  }
}
