import type { Actor, Subject } from '#app/audit/actor'
import { record } from '#app/audit/record'
import { inTransaction, type Trx } from '#app/shared/transaction'
import { OrganizationSchema } from '#database/schema'

type OrganizationKind = 'agency' | 'partner'

interface Enrolment {
  kind: OrganizationKind
  name: string
  shortName: string
  phone?: string
  helpDeskName?: string
  helpDeskPhone?: string
  helpDeskHours?: string
}

/** An agency, enrolled by the operator, or a partner, which registers itself. Everything belongs to one. */
export default class Organization extends OrganizationSchema implements Subject {
  subjectType = 'organization'

  get subjectName() {
    return this.name
  }

  /** An organization is its own: the trail files it there. */
  get organizationId() {
    return this.id
  }

  get isSuspended() {
    return this.suspendedAt !== null
  }

  static enrol(by: Actor, enrolment: Enrolment, outer?: Trx) {
    return inTransaction(async (trx) => {
      const shortNameKey = enrolment.shortName.toLowerCase()
      const organization = await this.create({ ...enrolment, shortNameKey }, { client: trx })
      await record('organization.created', { actor: by, subject: organization }, trx)
      return organization
    }, outer)
  }
}
