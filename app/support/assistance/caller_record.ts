import type Account from '#app/accounts/account'
import { standingOf } from '#app/accounts/keeping/account_record'
import { rankOf, speakersFor } from '#app/accounts/liaisons/liaison_list'
import { rankInWords } from '#app/accounts/liaisons/liaisons'
import AccountSession from '#app/accounts/sessions/account_session'
import { decide, permit, type Decision } from '#app/audit/decide'
import { describe } from '#app/audit/describe'
import { findEntries } from '#app/audit/entries'
import type { Event } from '#app/audit/events'
import Folder from '#app/folders/folder'
import { now } from '#app/shared/clock'
import { helps } from '#app/support/assistance/assistance_policy'
import { reachableNow } from '#app/support/assistance/reachable'
import { subscriptionsOf } from '#app/support/assistance/caller_subscriptions'

/** All that the help desk sees of a person. Of folders the names, of files nothing. */
export async function callerRecord(by: Account, account: Account) {
  await permit(by, 'account.assist', account)
  const asOf = now()
  return {
    account,
    ...(await standingOf(account, asOf)),
    sessions: await AccountSession.liveOf(account, asOf),
    signIns: await signInsOf(account),
    helped: await helpedBefore(account),
    hasHome: (await Folder.homeOf(account)) !== null,
    ...(await subscriptionsOf(account, asOf)),
    speakers: await namedSpeakers(account),
    may: await mayHelp(by, account),
  }
}

async function mayHelp(by: Account, account: Account) {
  const answers: [string, Decision][] = []
  for (const act of helps) answers.push([act, await decide(by, `account.assist_${act}`, account)])
  return Object.fromEntries(answers)
}

/** Whom the caller can turn to in the own organization now. */
export async function namedSpeakers({ id, organizationId }: Account) {
  const speakers = await reachableNow(organizationId, await speakersFor(organizationId))
  return speakers.map(({ account: speaker, awayUntil }) => ({
    fullName: speaker.fullName,
    role: speaker.has('liaison') ? rankInWords(rankOf(speaker)) : 'organization administrator',
    phone: speaker.phone,
    email: speaker.email,
    isCaller: speaker.id === id,
    awayUntil,
  }))
}

const latest = (account: Account, events: Event[], count: number) =>
  findEntries({ organizationId: account.organizationId, accountId: account.id, events }, {}, count)

/** The latest tries to sign in, with why they failed: more than the person was told. */
async function signInsOf(account: Account) {
  const entries = await latest(account, ['sign_in.done', 'sign_in.refused'], 10)
  return entries.map(({ createdAt, isRefused, details }) => ({
    at: createdAt,
    isRefused,
    reason: isRefused ? String(details.reason) : null,
  }))
}

/** What the help desk did for the person lately, so that the next one who answers knows. */
async function helpedBefore(account: Account) {
  const entries = await latest(
    account,
    [
      'account.unlocked_for_caller',
      'account.reset_for_caller',
      'account.sessions_ended_for_caller',
      'account.activation_sent_for_caller',
    ],
    5
  )
  return entries.map((entry) => ({ at: entry.createdAt, sentence: describe(entry) }))
}
