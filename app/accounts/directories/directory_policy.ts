import { administers, operates } from '#app/accounts/administration'
import { rule } from '#app/audit/decide'
import type Organization from '#app/organizations/organization'

declare module '#app/audit/decide' {
  interface Actions {
    'directory.configure': Organization
    'directory.test': Organization
  }
}

/** An organization's directory is kept by those who speak for it, and by the operator for everybody. */
for (const action of ['directory.configure', 'directory.test'] as const) {
  rule(action, (actor, organization) => {
    const asOperator = operates(actor)
    return asOperator.allowed ? asOperator : administers(actor, organization.id)
  })
}
