import { liaisonAppointed } from '#app/accounts/liaisons/liaison_appointed'
import { speakersFor } from '#app/accounts/liaisons/liaison_list'
import { activeOperators } from '#app/accounts/liaisons/operators'
import Throttle, { brakes } from '#app/accounts/signing_in/throttle'
import { inbox } from '#app/folders/requests/inbox'
import { tell } from '#app/messages/tell'
import type { Trx } from '#app/shared/transaction'

/** Whether nobody speaks for an organization, or only the person who asks, who cannot answer it. */
export async function isUnanswerable(organizationId: string, askerId: string | null, trx?: Trx) {
  const speakers = await speakersFor(organizationId, trx)
  return speakers.every(({ id }) => id === askerId)
}

/**
 * What nobody can answer must not lapse in silence: whoever runs the service hears of it, for they appoint liaisons. Once a day
 * for an organization, however many strangers ask.
 */
export async function tellOperatorsIfUnanswerable(
  organizationId: string,
  askerId: string | null,
  trx: Trx
) {
  if (!(await isUnanswerable(organizationId, askerId, trx))) return
  if (await Throttle.take(`unanswerable:${organizationId}`, brakes.daily, trx)) return
  for (const { id, email } of await activeOperators(trx)) {
    const payload = { accountId: id, organizationId, askerId }
    await tell({ id, email }, 'nobody_answers', payload, trx)
  }
}

/** How many requests and offers wait for an answer of an organization. */
export async function waitingFor(organizationId: string, trx?: Trx) {
  const waiting = await inbox.counts(organizationId, 'decide', trx)
  return [...waiting.values()].reduce((sum, count) => sum + count, 0)
}

/** Whoever becomes a liaison is told what waits there, and maybe waited for long. */
liaisonAppointed.hear('what waits', async (account, trx) => {
  if (!(await waitingFor(account.organizationId, trx))) return
  await tell(account, 'requests_digest', { accountId: account.id }, trx)
})
