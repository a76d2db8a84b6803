import type { Actor } from '#app/audit/actor'
import { permit } from '#app/audit/decide'
import { record } from '#app/audit/record'
import Organization from '#app/organizations/organization'
import { organizationSuspended } from '#app/organizations/organization_suspended'
import { now } from '#app/shared/clock'
import { inTransaction, type Trx } from '#app/shared/transaction'
import { OrganizationSuspensionSchema } from '#database/schema'

/** While it lasts, nobody of an organization gets in. The organization's own columns say the same, for the gate reads them. */
export default class OrganizationSuspension extends OrganizationSuspensionSchema {
  /** False if it is suspended already: a second click changes nothing. */
  static begin(by: Actor, organization: Organization, because: string, outer?: Trx) {
    return inTransaction(async (trx) => {
      await permit(by, 'organization.suspend', organization, trx)
      const suspended = { suspendedAt: now(), suspendedBecause: because }
      const [changed] = await Organization.query({ client: trx })
        .where('id', organization.id)
        .whereNull('suspendedAt')
        .update(suspended)
      if (Number(changed) !== 1) return false

      const one = { organizationId: organization.id, because, createdBy: by.id }
      await this.create(one, { client: trx })
      const happening = { actor: by, subject: organization, details: { because } }
      await record('organization.suspended', happening, trx)
      await organizationSuspended.tell({ organization, by, because }, trx)
      return true
    }, outer)
  }

  /** Lets its people in again; what ended across its border stays ended. False if it is not suspended. */
  static end(by: Actor, organization: Organization, because: string, outer?: Trx) {
    return inTransaction(async (trx) => {
      await permit(by, 'organization.reinstate', organization, trx)
      const [changed] = await Organization.query({ client: trx })
        .where('id', organization.id)
        .whereNotNull('suspendedAt')
        .update({ suspendedAt: null, suspendedBecause: null })
      if (Number(changed) !== 1) return false

      await this.query({ client: trx })
        .where('organizationId', organization.id)
        .whereNull('endedAt')
        .update({ endedAt: now(), endedBy: by.id, endedBecause: because })
      const happening = { actor: by, subject: organization, details: { because } }
      await record('organization.reinstated', happening, trx)
      return true
    }, outer)
  }

  /** Its suspensions with the names of who began and ended them, the latest first. */
  static historyOf(organization: Organization) {
    return this.query()
      .where('organization_suspensions.organization_id', organization.id)
      .leftJoin('accounts as beginners', 'beginners.id', 'organization_suspensions.created_by')
      .leftJoin('accounts as enders', 'enders.id', 'organization_suspensions.ended_by')
      .orderBy('organization_suspensions.created_at', 'desc')
      .orderBy('organization_suspensions.id', 'desc')
      .limit(50)
      .select('organization_suspensions.*')
      .select('beginners.full_name as began_by', 'enders.full_name as ended_by_name')
      .pojo<Record<string, any>>()
  }
}
