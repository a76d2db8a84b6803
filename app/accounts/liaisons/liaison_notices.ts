import Account from '#app/accounts/account'
import { speakersFor } from '#app/accounts/liaisons/liaison_list'
import { permit } from '#app/audit/decide'
import type { Payload } from '#app/messages/mail'
import { tell } from '#app/messages/tell'
import { inTransaction, type Trx } from '#app/shared/transaction'

export const noticeChoices = ['at_once', 'daily'] as const
export type NoticeChoice = (typeof noticeChoices)[number]

/** Whether there is nobody at all who could answer for it. */
export async function isSpeechless(organizationId: string, trx?: Trx) {
  const speakers = await speakersFor(organizationId, trx)
  return speakers.length === 0
}

/**
 * Tells the first of an organization's liaisons who wants to hear at once of something that waits there, or, with `everybody`,
 * each of them. Who chose the daily digest finds it there instead. Each mail's payload says whom it is for: `accountId`.
 */
export async function tellLiaisons(
  organizationId: string,
  kind: string,
  payload: Payload,
  trx: Trx,
  { everybody = false } = {}
) {
  const speakers = await speakersFor(organizationId, trx)
  const listening = speakers.filter(({ requestNotices }) => requestNotices === 'at_once')
  for (const { id, email } of everybody ? listening : listening.slice(0, 1)) {
    await tell({ id, email }, kind, { ...payload, accountId: id }, trx)
  }
}

/** How somebody who answers requests wants to hear of them. */
export function chooseNotices(by: Account, choice: NoticeChoice, outer?: Trx) {
  return inTransaction(async (trx) => {
    await permit(by, 'workspace.open', by.organization, trx)
    await Account.query({ client: trx }).where('id', by.id).update({ requestNotices: choice })
  }, outer)
}
