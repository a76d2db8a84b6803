import { operators } from '#app/accounts/liaisons/operators'
import type { Actor } from '#app/audit/actor'
import Application from '#app/enrollment/application'
import ApplicationSubscription from '#app/enrollment/application_subscription'
import Organization from '#app/organizations/organization'
import type { Trx } from '#app/shared/transaction'

/** The organization of those who run the service. For the first of them it is enrolled, and may use the service. */
export async function operatingOrganization(by: Actor, name: string, trx: Trx) {
  const first = await operators(trx).preload('organization').first()
  if (first) return first.organization

  const enrolment = { kind: 'agency', name, shortName: 'OPERATIONS' } as const
  const organization = await Organization.enrol(by, enrolment, trx)
  await ApplicationSubscription.approve(by, organization, await Application.builtIn(trx), trx)
  return organization
}
