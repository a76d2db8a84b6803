import type { Actor } from '#app/audit/actor'
import { record } from '#app/audit/record'
import type Application from '#app/enrollment/application'
import type Organization from '#app/organizations/organization'
import { now } from '#app/shared/clock'
import { inTransaction, type Trx } from '#app/shared/transaction'
import { ApplicationSubscriptionSchema } from '#database/schema'

/** An organization's use of an application: asked for by whom, approved by whom, until when. */
export default class ApplicationSubscription extends ApplicationSubscriptionSchema {
  /** Subscribes an organization without a request of its own: from now on it may use the application. */
  static approve(by: Actor, organization: Organization, application: Application, outer?: Trx) {
    return inTransaction(async (trx) => {
      const { id: applicationId, name } = application
      const subscription = await this.create(
        { organizationId: organization.id, applicationId, approvedBy: by.id, approvedAt: now() },
        { client: trx }
      )
      const details = { application: name }
      await record('application.subscribed', { actor: by, subject: organization, details }, trx)
      return subscription
    }, outer)
  }
}
