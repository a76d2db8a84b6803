import type Account from '#app/accounts/account'
import { administratorsOf, liaisonsWithRanks } from '#app/accounts/liaisons/organization_list'
import type { Rank } from '#app/accounts/liaisons/liaisons'
import type Organization from '#app/organizations/organization'

interface Speaker {
  account: Account
  role: string
}

const roles: Record<Rank, string> = { 1: 'Primary liaison', 2: 'Alternate liaison' }

/** Whom to send a caller to: an agency's liaisons, the primary one first, or a partner's administrators. */
export async function speakersOf(organization: Organization): Promise<Speaker[]> {
  if (!organization.isAgency) {
    const administrators = await administratorsOf(organization)
    return administrators.map((account) => ({ account, role: 'Organization administrator' }))
  }
  const liaisons = await liaisonsWithRanks(organization)
  return liaisons.map(({ account, rank }) => ({ account, role: roles[rank as Rank] ?? 'Liaison' }))
}
