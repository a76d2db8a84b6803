import { gate } from '#app/accounts/admission'
import Application from '#app/enrollment/application'
import ApplicationSubscription from '#app/enrollment/application_subscription'
import Terms from '#app/enrollment/terms'
import TermsAcceptance from '#app/enrollment/terms_acceptance'
import '#app/enrollment/terms_policy'

gate('application_subscription', async ({ organization }, trx) => {
  const application = await Application.builtIn(trx)
  const subscription = await ApplicationSubscription.query({ client: trx })
    .where({ organizationId: organization.id, applicationId: application.id })
    .whereNull('endedAt')
    .whereNotNull('approvedAt')
    .first()
  if (subscription) return null
  return {
    allowed: false,
    gate: 'application_subscription',
    code: 'application.not_subscribed',
    sentence: `${organization.name} has no active subscription to ${application.name}.`,
    mend: 'An administrator of the organization can ask for it, and the operator approves it.',
    page: '/terms',
  }
})

gate('accepted_terms', async ({ organization }, trx) => {
  const application = await Application.builtIn(trx)
  const terms = await Terms.current(application.id, trx)
  if (!terms) return null
  const acceptance = await TermsAcceptance.query({ client: trx })
    .where({ termsId: terms.id, organizationId: organization.id })
    .first()
  if (acceptance) return null
  return {
    allowed: false,
    gate: 'accepted_terms',
    code: 'terms.pending',
    sentence: `${organization.name} has not accepted the current terms and conditions.`,
    mend: 'An administrator of the organization accepts them, once for everybody.',
    page: '/terms',
  }
})
