import Account from '#app/accounts/account'
import { missingFor } from '#app/accounts/admission'
import Application from '#app/enrollment/application'
import Terms from '#app/enrollment/terms'
import TermsAcceptance from '#app/enrollment/terms_acceptance'
import { mayAcceptFor } from '#app/enrollment/terms_policy'
import { now } from '#app/shared/clock'

/** How an organization stands to the current terms, as one of its people sees it, and who must act next. */
export async function termsStandingFor(account: Account) {
  const notYet = await missingFor(account, 'accepted_terms')
  if (notYet) return { kind: 'not_subscribed' as const, ...notYet }

  const application = await Application.builtIn()
  const terms = await Terms.current(application.id)
  if (!terms) return { kind: 'none' as const }
  const { organizationId } = account
  const acceptance = await TermsAcceptance.findBy({ termsId: terms.id, organizationId })
  if (acceptance) return { kind: 'accepted' as const, terms, acceptance }
  if (mayAcceptFor(account)) return { kind: 'to_accept' as const, terms }
  return { kind: 'pending' as const, terms, signers: await signersOf(organizationId) }
}

/** The people of an organization who may accept terms for it. */
function signersOf(organizationId: string) {
  return Account.query()
    .where({ organizationId })
    .withScopes((scopes) => scopes.activeAt(now()))
    .whereHas('grants', (grants) =>
      grants.whereIn('role', ['organization_administrator', 'liaison'])
    )
    .withScopes((scopes) => scopes.people())
}
