import Account from '#app/accounts/account'
import { inbox } from '#app/folders/requests/inbox'
import { tell } from '#app/messages/tell'
import { now, type Instant } from '#app/shared/clock'
import { inTransaction } from '#app/shared/transaction'

/** Once a day, for those who chose it: what waits for their organization. Nothing waits: no mail. */
export async function sendDigests(_asOf: Instant, signal?: AbortSignal) {
  const readers = await Account.query()
    .where('requestNotices', 'daily')
    .withScopes((scopes) => scopes.activeAt(now()))
    .whereHas('grants', (grants) =>
      grants.whereIn('role', ['liaison', 'organization_administrator'])
    )
    .orderBy('id')
  let sent = 0
  for (const reader of readers) {
    if (signal?.aborted) break
    if (!(await hasSomething(reader))) continue
    await inTransaction((trx) => tell(reader, 'requests_digest', { accountId: reader.id }, trx))
    sent++
  }
  return { sent }
}

async function hasSomething({ organizationId }: Account) {
  const waiting = await inbox.counts(organizationId, 'decide')
  const ending = await inbox.counts(organizationId, 'ending')
  return [...waiting.values(), ...ending.values()].some((count) => count > 0)
}
