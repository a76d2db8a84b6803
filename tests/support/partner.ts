import { theService } from '#app/audit/actor'
import Organization from '#app/organizations/organization'
import Application from '#app/enrollment/application'
import ApplicationSubscription from '#app/enrollment/application_subscription'
import { now } from '#app/shared/clock'
import { person } from '#tests/support/cast'

/** A business partner with one person, and no administrator. */
export async function aPartner() {
  const partner = await Organization.enrol(theService, {
    kind: 'partner',
    name: 'Riverside Data Services',
    shortName: 'RIVERSIDE',
  })
  const application = await Application.builtIn()
  const { id: organizationId } = partner
  await ApplicationSubscription.create({
    organizationId,
    applicationId: application.id,
    approvedAt: now(),
  })
  return { partner, paul: await person(partner, 'paul', 'Paul Park') }
}
