import type Account from '#app/accounts/account'
import { allowed, rule } from '#app/audit/decide'
import type Terms from '#app/enrollment/terms'

declare module '#app/audit/decide' {
  interface Actions {
    'terms.accept': Terms
  }
}

/** Seed: get started, step 4: an administrator accepts, and nobody of the organization gets in before. */
export const mayAcceptFor = (account: Account) =>
  account.has('organization_administrator') || account.has('liaison')

rule('terms.accept', (actor) =>
  mayAcceptFor(actor as Account)
    ? allowed
    : {
        allowed: false,
        code: 'terms.not_administrator',
        sentence: 'Only an administrator of your organization can accept the terms.',
      }
)
