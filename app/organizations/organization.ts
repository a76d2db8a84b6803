import type { Actor, Subject } from '#app/audit/actor'
import { permit } from '#app/audit/decide'
import { record } from '#app/audit/record'
import { changesIn } from '#app/organizations/changes'
import { nameKey } from '#app/shared/names'
import { inTransaction, type Trx } from '#app/shared/transaction'
import { OrganizationSchema } from '#database/schema'
import { scope } from '@adonisjs/lucid/orm'

export const kinds = ['agency', 'partner'] as const
type OrganizationKind = (typeof kinds)[number]

export interface OrganizationDetails {
  name: string
  phone?: string | null
  helpDeskName?: string | null
  helpDeskPhone?: string | null
  helpDeskHours?: string | null
}

export interface Enrolment extends OrganizationDetails, Partial<PublishedContact> {
  kind: OrganizationKind
  shortName: string
}

/** What an agency chose to show to everybody under "Find your SFT Liaison". */
export interface PublishedContact {
  publishedPhone: string | null
  publishedEmail: string | null
  publishesLiaisons: boolean
}

/** An agency, enrolled by the operator, or a partner, which registers itself. Everything belongs to one. */
export default class Organization extends OrganizationSchema implements Subject {
  declare kind: OrganizationKind
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

  get isAgency() {
    return this.kind === 'agency'
  }

  /** Agencies that people can turn to, by name. */
  static openAgencies = scope((query) =>
    query.where('kind', 'agency').whereNull('suspendedAt').orderBy('nameKey').orderBy('id')
  )

  static enrol(by: Actor, enrolment: Enrolment, outer?: Trx) {
    return inTransaction(async (trx) => {
      const shortNameKey = enrolment.shortName.toLowerCase()
      const organization = await this.create(
        { ...enrolment, shortNameKey, nameKey: nameKey(enrolment.name) },
        { client: trx }
      )
      await record('organization.created', { actor: by, subject: organization }, trx)
      return organization
    }, outer)
  }

  /** Held for the rest of the transaction: whoever changes who speaks for it does so one after the other. */
  static locked(id: string, trx: Trx) {
    return this.query({ client: trx }).where({ id }).forUpdate().firstOrFail()
  }

  /** The short name stays: it is the root of the folder tree, and stands in people's paths. */
  edit(by: Actor, { name, ...details }: OrganizationDetails, outer?: Trx) {
    return inTransaction(async (trx) => {
      await permit(by, 'organization.edit', this, trx)
      const changes = { ...details, name, nameKey: nameKey(name) }
      return this.#change(by, 'organization.edited', changes, trx)
    }, outer)
  }

  /** Decides what everybody sees under "Find your SFT Liaison". */
  publish(by: Actor, contact: PublishedContact, outer?: Trx) {
    return inTransaction(async (trx) => {
      await permit(by, 'organization.publish', this, trx)
      return this.#change(by, 'organization.published', contact, trx)
    }, outer)
  }

  /** False if nothing is different: then nothing is done. */
  async #change(
    by: Actor,
    event: 'organization.edited' | 'organization.published',
    changes: object,
    trx: Trx
  ) {
    const organization = await Organization.locked(this.id, trx)
    organization.merge(changes)
    const changed = changesIn(organization)
    if (!changed) return false
    await organization.save()
    await record(event, { actor: by, subject: organization, details: { changes: changed } }, trx)
    return true
  }
}
