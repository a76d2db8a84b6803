import Account from '#app/accounts/account'
import AccountRole from '#app/accounts/account_role'
import type Organization from '#app/organizations/organization'
import { person } from '#tests/support/cast'
import type HelpRequest from '#app/support/requests/help_request'
import { fileRequest, type Trouble } from '#app/support/requests/help_request_filing'

/** Somebody asks for help. */
export async function anAsked(by: Account, trouble: Partial<Trouble> = {}): Promise<HelpRequest> {
  const filed = await fileRequest(by, {
    ...{ doing: 'Uploading to /DOL/SRR/Incoming', happened: 'The upload stops at 40 percent.' },
    ...{ urgency: 'problem', reach: '860-555-0120' },
    ...trouble,
  })
  if ('closedUntil' in filed) throw new Error('Too many requests for a test')
  return filed.request
}

/** Luis is the second of an agency's liaisons. */
export async function anAlternate(organization: Organization) {
  const luis = await person(organization, 'luis', 'Luis Lopez')
  await luis.related('grants').create({ role: 'liaison', rank: 2 })
  await AccountRole.query()
    .where('role', 'liaison')
    .whereNull('rank')
    .whereIn('accountId', Account.query().where('organizationId', organization.id).select('id'))
    .update({ rank: 1 })
  await luis.load('grants')
  return luis
}
