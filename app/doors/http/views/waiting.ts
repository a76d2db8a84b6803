import type Account from '#app/accounts/account'
import { inbox } from '#app/folders/requests/inbox'
import { now, second, type Instant } from '#app/shared/clock'
import { countWaitingAt } from '#app/support/requests/help_request_counts'

const keptFor = 5 * second
const atMost = 1_000

/** By an organization, or by whom callers are passed to: how much of each kind waits there. */
const known = new Map<string, { counts: Map<string, number>; askedAt: Instant }>()

/** How much waits for an answer of this person's organization; every page says it, so it may be some seconds old. */
export async function waitingFor(account: Account) {
  const counts = await decidedBy(account)
  return [...counts.values()].reduce((sum, one) => sum + one, 0)
}

/** How many calls for help are among that: nothing more is asked for it. */
export async function helpWaitingFor(account: Account) {
  const counts = await decidedBy(account)
  return counts.get('help_requests') ?? 0
}

/** The same at the help desk, and for an operator what was passed to the operator. */
export async function helpWaitingAtDesk(person: Account) {
  const counts = await lately('help desk', async () => {
    const desk = await countWaitingAt('help_desk')
    return new Map([
      ['help_desk', desk],
      ['operator', await countWaitingAt('operator')],
    ])
  })
  return (
    (person.has('help_desk') ? counts.get('help_desk')! : 0) +
    (person.has('operator') ? counts.get('operator')! : 0)
  )
}

const decidedBy = ({ organizationId }: Account) =>
  lately(organizationId, () => inbox.counts(organizationId, 'decide'))

async function lately(what: string, count: () => Promise<Map<string, number>>) {
  const last = known.get(what)
  if (last && last.askedAt > now() - keptFor && last.askedAt <= now()) return last.counts
  const counts = await count()
  if (known.size >= atMost) known.clear()
  known.set(what, { counts, askedAt: now() })
  return counts
}

/** "Requests (3)"; nothing is added where nothing waits. */
export const counted = (label: string, count: number) =>
  count === 0 ? label : `${label} (${count > 99 ? '99+' : count})`
