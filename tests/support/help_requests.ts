import type Account from '#app/accounts/account'
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
