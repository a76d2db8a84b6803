import type Account from '#app/accounts/account'
import type { Problems } from '#app/accounts/passwords/new_password'
import { permit } from '#app/audit/decide'
import Application from '#app/enrollment/application'
import ApplicationSubscription from '#app/enrollment/application_subscription'
import { openTree } from '#app/folders/tree/tree'
import Organization, { type Enrolment } from '#app/organizations/organization'
import { inTransaction, type Trx } from '#app/shared/transaction'

type Enrolled = { organization: Organization } | { problems: Problems }

/** An organization comes to the service: it may use Secure File Transfer from now on, and an agency gets the root of its folders. */
export function enrolOrganization(by: Account, enrolment: Enrolment): Promise<Enrolled> {
  return inTransaction(async (trx) => {
    await permit(by, 'organization.enrol', null, trx)
    const application = await oneAtATime(trx)
    const problems = await problemsOf(enrolment, trx)
    if (problems) return { problems }

    const organization = await Organization.enrol(by, enrolment, trx)
    await ApplicationSubscription.approve(by, organization, application, trx)
    if (organization.isAgency) await openTree(by, organization, trx)
    return { organization }
  })
}

/** Of two who enrol the same agency at once, one must see the other's. The application's row is always there. */
async function oneAtATime(trx: Trx) {
  const { id } = await Application.builtIn(trx)
  return Application.query({ client: trx }).where({ id }).forUpdate().firstOrFail()
}

async function problemsOf({ shortName }: Enrolment, trx: Trx): Promise<Problems | null> {
  if (isReserved(shortName)) {
    return { short_name: [`Windows keeps the name ${shortName} for itself. Choose another one.`] }
  }
  const shortNameKey = shortName.toLowerCase()
  const other = await Organization.findBy({ shortNameKey }, { client: trx })
  return other ? { short_name: [`${other.name} is called ${other.shortName} already.`] } : null
}

/** The short name becomes a folder's, which may well be copied to a Windows drive. */
const isReserved = (name: string) => /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(name)
