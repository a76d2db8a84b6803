import type Account from '#app/accounts/account'
import { record } from '#app/audit/record'
import { permit } from '#app/audit/decide'
import type { Actor } from '#app/audit/actor'
import type Application from '#app/enrollment/application'
import TermsAcceptance from '#app/enrollment/terms_acceptance'
import { tell } from '#app/messages/tell'
import Organization from '#app/organizations/organization'
import { now } from '#app/shared/clock'
import { inTransaction, type Trx } from '#app/shared/transaction'
import { TermSchema } from '#database/schema'
import { createHash } from 'node:crypto'

/** One version of an application's terms and conditions. */
export default class Terms extends TermSchema {
  static table = 'terms'

  /** The version in force, or null as long as an application has none. */
  static current(applicationId: string, trx?: Trx) {
    return this.query({ client: trx })
      .where({ applicationId })
      .where('publishedAt', '<=', now())
      .orderBy('version', 'desc')
      .first()
  }

  static publish(by: Actor, application: Application, body: string, outer?: Trx) {
    return inTransaction(async (trx) => {
      const last = await this.query({ client: trx })
        .where('applicationId', application.id)
        .orderBy('version', 'desc')
        .first()
      const sha256 = createHash('sha256').update(body).digest('hex')
      const version = (last?.version ?? 0) + 1
      const terms = await this.create(
        { applicationId: application.id, version, body, sha256, publishedAt: now() },
        { client: trx }
      )
      await record('terms.published', { actor: by, details: { version, sha256 } }, trx)
      return terms
    }, outer)
  }

  /**
   * Once for the whole organization, and only the version in force: false if there is a newer one. A second click, or
   * a colleague's at the same time, finds them accepted and changes nothing.
   */
  accept(by: Account, outer?: Trx) {
    return inTransaction(async (trx) => {
      await permit(by, 'terms.accept', this, trx)
      const current = await Terms.current(this.applicationId, trx)
      if (current?.id !== this.id) return false

      const one = { termsId: this.id, organizationId: by.organizationId }
      await Organization.query({ client: trx }).where('id', by.organizationId).forUpdate().first()
      if (await TermsAcceptance.findBy(one, { client: trx })) return true
      await TermsAcceptance.create(
        { ...one, sha256: this.sha256, accountId: by.id },
        { client: trx }
      )
      await this.#tellOf(by, trx)
      return true
    }, outer)
  }

  async #tellOf(by: Account, trx: Trx) {
    const details = { version: this.version, sha256: this.sha256 }
    await record('terms.accepted', { actor: by, subject: by.organization, details }, trx)
    await tell(by, 'terms_accepted', { accountId: by.id, termsId: this.id, at: now() }, trx)
  }
}
