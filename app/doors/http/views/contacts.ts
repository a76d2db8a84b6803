import type Account from '#app/accounts/account'
import { liaisonsOf } from '#app/accounts/liaisons/liaison_list'
import { minute, now } from '#app/shared/clock'

type Liaisons = Awaited<ReturnType<typeof liaisonsOf>>

/** Every page names them, and they hardly ever change: a minute old is new enough. */
const known = new Map<string, { liaisons: Liaisons; askedAt: number }>()

/** The liaison whom a person asks first, for the foot of every page. */
export async function liaisonOf(account: Account) {
  const last = known.get(account.organizationId)
  if (last && last.askedAt > now() - minute) return last.liaisons[0]
  const liaisons = await liaisonsOf(account)
  known.set(account.organizationId, { liaisons, askedAt: now() })
  return liaisons[0]
}
