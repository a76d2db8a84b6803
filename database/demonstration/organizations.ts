import { theService } from '#app/audit/actor'
import Application from '#app/enrollment/application'
import ApplicationSubscription from '#app/enrollment/application_subscription'
import Terms from '#app/enrollment/terms'
import Organization from '#app/organizations/organization'
import type { Trx } from '#app/shared/transaction'
import { termsAndConditions } from '#database/demonstration/terms_text'

/** Two agencies, a partner, and the office that runs the service; all of them subscribed to Secure File Transfer. */
export async function enrolOrganizations(trx: Trx) {
  const dol = await Organization.enrol(theService, departmentOfLabor, trx)
  const opm = await Organization.enrol(theService, officeOfPolicyAndManagement, trx)
  const riverside = await Organization.enrol(theService, riversideDataServices, trx)
  const operations = await Organization.enrol(theService, serviceOperations, trx)

  const application = await Application.builtIn(trx)
  for (const organization of [dol, opm, riverside, operations]) {
    await ApplicationSubscription.approve(theService, organization, application, trx)
  }
  const terms = await Terms.publish(theService, application, termsAndConditions, trx)
  return { dol, opm, riverside, operations, terms }
}

export type Organizations = Awaited<ReturnType<typeof enrolOrganizations>>

const departmentOfLabor = {
  kind: 'agency',
  name: 'Department of Labor',
  shortName: 'DOL',
  phone: '860-555-0100',
  helpDeskName: 'DOL Service Desk',
  helpDeskPhone: '860-555-0119',
  helpDeskHours: 'Monday to Friday, 7:30 am to 5:00 pm',
  publishedPhone: '860-555-0190',
  publishedEmail: 'sft.liaison@dol.example.gov',
} as const

const officeOfPolicyAndManagement = {
  kind: 'agency',
  name: 'Office of Policy and Management',
  shortName: 'OPM',
  phone: '860-555-0200',
  helpDeskName: 'OPM Information Technology Help Desk',
  helpDeskPhone: '860-555-0219',
  helpDeskHours: 'Monday to Friday, 8:00 am to 4:30 pm',
  publishedPhone: '860-555-0290',
  publishedEmail: 'sft.liaison@opm.example.gov',
} as const

const riversideDataServices = {
  kind: 'partner',
  name: 'Riverside Data Services',
  shortName: 'RIVERSIDE',
  phone: '860-555-0300',
} as const

const serviceOperations = {
  kind: 'agency',
  name: 'Secure File Transfer Operations',
  shortName: 'SFT',
  phone: '860-555-0400',
  helpDeskName: 'Statewide Help Desk',
  helpDeskPhone: '860-555-0409',
  helpDeskHours: 'Every day, around the clock',
} as const
