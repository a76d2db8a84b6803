import type Account from '#app/accounts/account'
import { inbox } from '#app/folders/requests/inbox'
import { now, second, type Instant } from '#app/shared/clock'

const keptFor = 5 * second
const atMost = 1_000

const known = new Map<string, { count: number; askedAt: Instant }>()

/** How much waits for an answer of this person's organization; every page says it, so it may be some seconds old. */
export async function waitingFor({ organizationId }: Account) {
  const last = known.get(organizationId)
  if (last && last.askedAt > now() - keptFor && last.askedAt <= now()) return last.count
  const counts = await inbox.counts(organizationId, 'decide')
  const count = [...counts.values()].reduce((sum, one) => sum + one, 0)
  if (known.size >= atMost) known.clear()
  known.set(organizationId, { count, askedAt: now() })
  return count
}

/** "Requests (3)"; nothing is added where nothing waits. */
export const counted = (label: string, count: number) =>
  count === 0 ? label : `${label} (${count > 99 ? '99+' : count})`
