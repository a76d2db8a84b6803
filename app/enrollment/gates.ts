import type Account from '#app/accounts/account'
import { gate } from '#app/accounts/admission'
import { standingOf } from '#app/enrollment/standing'
import type { Trx } from '#app/shared/transaction'
import '#app/enrollment/terms_policy'

const standing = (account: Account, trx?: Trx) =>
  account.lately('standing', () => standingOf(account.organizationId, trx), trx)

gate('application_subscription', async (account, trx) => {
  const { isSubscribed, applicationName } = await standing(account, trx)
  if (isSubscribed) return null
  return {
    allowed: false,
    gate: 'application_subscription',
    code: 'application.not_subscribed',
    sentence: `${account.organization.name} has no active subscription to ${applicationName}.`,
    mend: 'An administrator of the organization can ask for it, and the operator approves it.',
    by: 'operator',
    page: '/terms',
  }
})

gate('accepted_terms', async (account, trx) => {
  const { hasTermsPending } = await standing(account, trx)
  if (!hasTermsPending) return null
  return {
    allowed: false,
    gate: 'accepted_terms',
    code: 'terms.pending',
    sentence: `${account.organization.name} has not accepted the current terms and conditions.`,
    mend: 'An administrator of the organization accepts them, once for everybody.',
    by: 'liaison',
    page: '/terms',
  }
})
