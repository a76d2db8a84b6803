import type Account from '#app/accounts/account'
import { agenciesToAsk, speakersFor } from '#app/accounts/liaisons/liaison_list'
import { networkOf } from '#app/accounts/signing_in/network'
import type { Problems } from '#app/accounts/passwords/new_password'
import Throttle, { brakes } from '#app/accounts/signing_in/throttle'
import { aVisitor, type Actor, type Origin } from '#app/audit/actor'
import { record } from '#app/audit/record'
import AccessRequest from '#app/folders/requests/access_request'
import { tellOperatorsIfUnanswerable } from '#app/folders/requests/unanswerable'
import { tell } from '#app/messages/tell'
import Organization from '#app/organizations/organization'
import { now, second, type Instant } from '#app/shared/clock'
import { inTransaction, type Trx } from '#app/shared/transaction'
import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'

/** What somebody without an account says of themselves. */
export interface Introduction {
  organizationId: string
  fullName: string
  email: string
  phone?: string | null
  title?: string | null
}

export interface Wish {
  purpose: string
  worksWith?: string | null
}

type Answer = 'asked' | { closedUntil: Instant } | { problems: Problems }

/** Somebody asks: known by the sign-in, or by what they say. */
interface Asker {
  actor: Actor
  key: string
  introduction: Introduction
  /** Of the service's own people: they ask their own organization, whatever kind it is. */
  account?: Account
}

/** Asking takes this long, whatever becomes of it: nothing of what is known shows in the time. */
const patience = second / 2

/** Of somebody who has signed in, the account says everything but the wish. */
export function askAsAccount(account: Account, wish: Wish) {
  const { id, organizationId, fullName, email, phone, title } = account
  const introduction = { organizationId, fullName, email: email ?? '', phone, title }
  return ask({ actor: account, key: id, introduction, account }, wish, account.origin!)
}

export function askAsVisitor(introduction: Introduction, wish: Wish, origin: Origin) {
  const key = introduction.email.normalize('NFC').toLowerCase()
  return ask({ actor: aVisitor(origin), key, introduction }, wish, origin)
}

/** Only who may be let in at all is taken at their word; others ask like everybody. */
export const asksAsAccount = (account?: Account) =>
  account?.isActive(now()) && !account.organization.isSuspended ? account : undefined

async function ask(asker: Asker, wish: Wish, origin: Origin): Promise<Answer> {
  const [answer] = await Promise.all([answered(asker, wish, origin), pause(patience)])
  return answer
}

async function answered(asker: Asker, wish: Wish, origin: Origin): Promise<Answer> {
  const closedUntil = await inTransaction((trx) => waitFor(asker, origin, trx))
  if (closedUntil) return { closedUntil }
  return inTransaction(async (trx) => {
    const organization = await organizationFor(asker, trx)
    if (!organization) return { problems: { organization: ['Choose the agency from the list.'] } }
    const pending = await AccessRequest.query({ client: trx })
      .where({ organizationId: organization.id, askerKey: asker.key, status: 'pending' })
      .first()
    await (pending ? repeat(asker, pending, trx) : make(asker, wish, trx))
    return 'asked'
  })
}

/**
 * Floods are slowed before anything is looked for, so that who has to wait learns nothing else (security rule 9): by network
 * and by address; an agency's liaisons are shared by all, so theirs opens again soonest.
 */
async function waitFor({ actor, key, introduction }: Asker, origin: Origin, trx: Trx) {
  const network = `request:network:${networkOf(origin.address)}`
  return (
    (actor.id ? null : await Throttle.take(network, brakes.requests, trx)) ??
    (await Throttle.take(`request:asker:${fingerprint(key)}`, brakes.mail, trx)) ??
    Throttle.take(`request:agency:${introduction.organizationId}`, brakes.agency, trx)
  )
}

/** Held, so that somebody who sends the form twice asks once. */
function organizationFor({ account, introduction }: Asker, trx: Trx) {
  const open = account
    ? Organization.query({ client: trx }).whereNull('suspendedAt')
    : agenciesToAsk(trx)
  return open.where('id', introduction.organizationId).forUpdate().first()
}

async function make({ actor, key, introduction }: Asker, wish: Wish, trx: Trx) {
  const request = await AccessRequest.create(
    {
      ...introduction,
      ...wish,
      accountId: actor.id,
      askerKey: key,
      hash: AccessRequest.hashOfNoLink(),
      status: 'pending',
    },
    { client: trx }
  )
  await record('access_request.made', { actor, subject: request }, trx)
  await tell(request.requester, 'access_request_received', { requestId: request.id }, trx)
  for (const speaker of await speakersFor(request.organizationId, trx)) {
    if (speaker.requestNotices !== 'at_once' || speaker.id === actor.id) continue
    const payload = { requestId: request.id, accountId: speaker.id }
    await tell(speaker, 'access_request_waiting', payload, trx)
  }
  await tellOperatorsIfUnanswerable(request.organizationId, actor.id, trx)
}

/** The same person asks the same agency again: the link comes once more, and nothing of what waits there changes. */
async function repeat({ actor }: Asker, request: AccessRequest, trx: Trx) {
  await record('access_request.repeated', { actor, subject: request }, trx)
  await tell(request.requester, 'access_request_received', { requestId: request.id }, trx)
}

const fingerprint = (key: string) => createHash('sha256').update(key).digest('base64url')
