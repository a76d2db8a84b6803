import Account from '#app/accounts/account'
import { allowed, gatekeeper, type Decision } from '#app/audit/decide'
import { now } from '#app/shared/clock'
import type { Trx } from '#app/shared/transaction'

/** What may be missing before an account may use the service, in the order in which it is asked for. */
export const gates = [
  'active_account',
  'active_organization',
  'current_password',
  'application_subscription',
  'accepted_terms',
] as const
export type GateName = (typeof gates)[number]

/** A gate that stays shut says why, and, if the person can do something about it, which page to open. */
export type Missing = Extract<Decision, { allowed: false }> & { gate: GateName; page?: string }
type Ask = (account: Account, trx?: Trx) => Promise<Missing | null> | Missing | null

const questions = new Map<GateName, Ask>()

/** Each room answers for its own gate. */
export function gate(name: GateName, ask: Ask) {
  questions.set(name, ask)
}

/** Actions that serve to get in, or to ask for help with it, each with the gate before which it is open; what comes before that is still asked. */
const keys: Partial<Record<string, GateName>> = {
  'password.change': 'current_password',
  'terms.accept': 'accepted_terms',
  'session.end': 'active_account',
  'help_request.file': 'current_password',
  'help_request.follow': 'current_password',
}

/**
 * The rule of getting in (product.md). Credentials come first and are the business of whoever signs a person in;
 * this is everything after them. Returns the first thing that is missing.
 */
export async function missingFor(account: Account, until?: GateName, trx?: Trx) {
  for (const name of gates) {
    if (name === until) return null
    const missing = await missingAt(name, account, trx)
    if (missing) return missing
  }
  return null
}

/** What is missing at one gate alone, whatever stands before it. */
export const missingAt = (name: GateName, account: Account, trx?: Trx) =>
  questions.get(name)!(account, trx)

/** Every question must have somebody who answers it: the application does not start otherwise. */
export function assertGatesAreKept() {
  const open = gates.filter((name) => !questions.has(name))
  if (open.length) throw new Error(`Nobody keeps these gates: ${open.join(', ')}`)
}

gate('active_account', (account) =>
  account.isActive(now())
    ? null
    : {
        allowed: false,
        gate: 'active_account',
        code: 'account.inactive',
        sentence: 'This account is not active.',
        mend: 'The liaison of the organization can reactivate it.',
        by: 'liaison',
      }
)

gate('active_organization', (account) =>
  account.organization.isSuspended
    ? {
        allowed: false,
        gate: 'active_organization',
        code: 'organization.suspended',
        sentence: `${account.organization.name} is suspended at present.`,
        mend: 'The operator of the service can reinstate it.',
        by: 'operator',
      }
    : null
)

gate('current_password', (account) =>
  account.mustChangePassword && account.isLocal
    ? {
        allowed: false,
        gate: 'current_password',
        code: 'password.must_change',
        sentence: 'The password must be changed before anything else.',
        mend: 'Sign in with a browser and choose a new password.',
        by: 'self',
        page: '/password',
      }
    : null
)

gatekeeper(async (actor, action, trx) => {
  if (!(actor instanceof Account)) {
    return { allowed: false, code: 'signed_out', sentence: 'Sign in first.', hidden: true }
  }
  await actor.renew(trx)
  return (await missingFor(actor, keys[action], trx)) ?? allowed
})
