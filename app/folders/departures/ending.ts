import type Account from '#app/accounts/account'
import type { Actor } from '#app/audit/actor'
import { record } from '#app/audit/record'
import { shownName, type Belongings } from '#app/folders/departures/belongings'
import type { Line } from '#app/folders/departures/departure_item'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import type { Instant } from '#app/shared/clock'
import type { Trx } from '#app/shared/transaction'

/** In the folders of the person's own organization: what an ordinary deactivation would leave for a return. */
export async function endOwn(by: Actor, { own }: Belongings, trx: Trx): Promise<Line[]> {
  const lines: Line[] = []
  for (const subscription of own) {
    await subscription.close(by, 'departed', trx)
    lines.push({
      kind: 'own_subscription',
      name: `${await subscription.folder.path(trx)} (${subscription.level})`,
      outcome: 'Ended.',
      subjectId: subscription.id,
      since: subscription.createdAt,
    })
  }
  return lines
}

/** In other organizations' folders it ended with the account, in this moment or when the account was deactivated before. */
export async function endedElsewhere(account: Account, since: Instant, trx: Trx): Promise<Line[]> {
  const ended = await FolderSubscription.query({ client: trx })
    .where({ accountId: account.id, endedBecause: 'account_deactivated' })
    .where('endedAt', '>=', since)
    .withScopes((scopes) => scopes.acrossOrganizations())
    .preload('folder', (folder) => folder.preload('organization'))
    .orderBy('id')
  return ended.map((subscription) => ({
    kind: 'subscription_elsewhere',
    name: `${shownName(subscription)} of ${subscription.folder.organization.name} (${subscription.level})`,
    outcome: 'Ended. The liaisons there were told by mail.',
    subjectId: subscription.id,
    organizationId: subscription.folder.organizationId,
    since: subscription.createdAt,
  }))
}

/** Requests of the person wait for nobody any more. */
export async function endRequests(by: Actor, { requests }: Belongings, trx: Trx): Promise<Line[]> {
  const because = 'The person works here no more.'
  for (const request of requests) {
    if (!(await request.end('declined', { decidedBy: by.id, because }, trx))) continue
    const happening = { actor: by, subject: request, details: { because } }
    await record('access_request.declined', happening, trx)
  }
  return requests.map(({ id, purpose, createdAt }) => ({
    kind: 'request',
    name: purpose.slice(0, 500),
    outcome: 'Declined.',
    subjectId: id,
    since: createdAt,
  }))
}

/** What ends without anything to hand over, and what stays as a fact of the past. */
export function otherLines({ sessions, isLiaison, granted }: Belongings): Line[] {
  const lines: Line[] = []
  if (sessions)
    lines.push({ kind: 'session', name: counted(sessions, 'session'), outcome: 'Ended.' })
  if (isLiaison) {
    const outcome =
      'The operator was told by mail: only the operator appoints and dismisses liaisons.'
    lines.push({ kind: 'duty', name: 'SFT Liaison', outcome })
  }
  if (granted) {
    const name = `${counted(granted, 'subscription')} that this person granted to others`
    lines.push({ kind: 'granted', name, outcome: 'They go on; who granted them stays on record.' })
  }
  return lines
}

const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`
