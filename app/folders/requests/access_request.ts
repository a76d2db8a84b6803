import Account from '#app/accounts/account'
import type { Actor, Subject } from '#app/audit/actor'
import { conceal } from '#app/audit/conceal'
import { permit } from '#app/audit/decide'
import { record } from '#app/audit/record'
import { openAccount, type NewPerson } from '#app/folders/account_opening'
import { tell } from '#app/messages/tell'
import Organization from '#app/organizations/organization'
import { day, now } from '#app/shared/clock'
import { inTransaction, type Trx } from '#app/shared/transaction'
import { AccessRequestSchema } from '#database/schema'
import { belongsTo, scope } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { createHash, randomBytes } from 'node:crypto'

type RequestStatus = 'pending' | 'approved' | 'declined' | 'withdrawn' | 'lapsed'
type Ending = Exclude<RequestStatus, 'pending'>

/** How long the link still tells how a request ended. */
const shownFor = 30 * day

/** One person's wish to use the service, or more of it, from the form to the answer of the agency's liaison. */
export default class AccessRequest extends AccessRequestSchema implements Subject {
  declare status: RequestStatus
  subjectType = 'access_request'

  @belongsTo(() => Organization)
  declare organization: BelongsTo<typeof Organization>

  /** Who asked, if that person was signed in. */
  @belongsTo(() => Account)
  declare account: BelongsTo<typeof Account>

  @belongsTo(() => Account, { foreignKey: 'decidedBy' })
  declare decider: BelongsTo<typeof Account>

  @belongsTo(() => Account, { foreignKey: 'openedAccountId' })
  declare openedAccount: BelongsTo<typeof Account>

  /** The oldest first: nobody waits longer because others came. */
  static waiting = scope((query) =>
    query.where('status', 'pending').orderBy('createdAt').orderBy('id')
  )

  get subjectName() {
    return this.fullName
  }

  get isWaiting() {
    return this.status === 'pending'
  }

  /** Whom a mail about it goes to. */
  get requester() {
    return { id: this.accountId, email: this.email || null }
  }

  /** A request to this person's own organization; any other is as if it did not exist. */
  static async findFor(liaison: Account, id: string) {
    const request = await this.query()
      .where({ id })
      .preload('account')
      .preload('decider')
      .preload('openedAccount')
      .firstOrFail()
    return request.organizationId === liaison.organizationId ? request : conceal(liaison, request)
  }

  /** The request that a mailed link belongs to, as long as it has something to tell. Looking changes nothing. */
  static findByLink(token: string, trx?: Trx) {
    return this.query({ client: trx })
      .where('hash', digest(token))
      .where((open) => open.whereNull('decidedAt').orWhere('decidedAt', '>', now() - shownFor))
      .preload('organization')
      .first()
  }

  /** A hash of what nobody knows: the first link is made when its mail is written. */
  static hashOfNoLink = () => digest(randomBytes(32).toString('base64url'))

  /** 256 random bits; only their hash is kept (security rule 8), so an earlier link opens nothing any more. */
  async newLink(trx: Trx) {
    const token = randomBytes(32).toString('base64url')
    await AccessRequest.query({ client: trx })
      .where('id', this.id)
      .update({ hash: digest(token) })
    return `/request-access/${token}`
  }

  /** Opens the account, filled in as the liaison says. What must be mended leaves the request waiting. */
  approve(by: Account, person: NewPerson) {
    return inTransaction(async (trx) => {
      if (!(await this.#isOpenTo(by, trx))) return 'decided' as const
      const organization = await Organization.findOrFail(this.organizationId, { client: trx })
      const opening = await openAccount(by, organization, person, trx)
      if ('problems' in opening) return opening
      await this.#approved(by, opening.account, trx)
      return opening
    })
  }

  /** For who has an account: the one that asked, or the one that the liaison knows it to be. Nothing is opened. */
  approveFor(by: Account, accountId: string) {
    return inTransaction(async (trx) => {
      if (!(await this.#isOpenTo(by, trx))) return 'decided' as const
      const account = await Account.findOrFail(this.accountId ?? accountId, { client: trx })
      await permit(by, 'account.show', account, trx)
      if (!account.isActive(now())) return 'inactive' as const
      await this.#approved(by, account, trx)
      return { account }
    })
  }

  decline(by: Account, because: string) {
    return inTransaction(async (trx) => {
      if (!(await this.#isOpenTo(by, trx))) return false
      await this.end('declined', { decidedBy: by.id, because }, trx)
      await record(
        'access_request.declined',
        { actor: by, subject: this, details: { because } },
        trx
      )
      await tell(this.requester, 'access_request_declined', { requestId: this.id }, trx)
      return true
    })
  }

  /** By who holds the mailed link, and nobody else. */
  withdraw(by: Actor) {
    return inTransaction(async (trx) => {
      if (!(await this.end('withdrawn', { decidedBy: by.id }, trx))) return false
      await record('access_request.withdrawn', { actor: by, subject: this }, trx)
      return true
    })
  }

  /** Once: of two who end it at the same time, one is told no. */
  async end(
    status: Ending,
    more: Partial<Pick<AccessRequest, 'decidedBy' | 'because' | 'openedAccountId'>>,
    trx: Trx
  ) {
    const [changed] = await AccessRequest.query({ client: trx })
      .where({ id: this.id, status: 'pending' })
      .update({ ...more, status, decidedAt: now() })
    return Number(changed) === 1
  }

  /** Held for the rest of the transaction, so that two who decide at once do it one after the other. */
  async #isOpenTo(by: Account, trx: Trx) {
    await permit(by, 'access_request.decide', this, trx)
    const held = await AccessRequest.query({ client: trx }).where('id', this.id).forUpdate().first()
    return held?.status === 'pending'
  }

  async #approved(by: Account, { id: openedAccountId, actorName }: Account, trx: Trx) {
    await this.end('approved', { decidedBy: by.id, openedAccountId }, trx)
    const details = { account: actorName, accountId: openedAccountId }
    await record('access_request.approved', { actor: by, subject: this, details }, trx)
    await tell(this.requester, 'access_request_approved', { requestId: this.id }, trx)
  }
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex')
