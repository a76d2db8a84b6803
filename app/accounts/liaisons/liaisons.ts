import Account from '#app/accounts/account'
import AccountRole from '#app/accounts/account_role'
import AccountSession from '#app/accounts/sessions/account_session'
import { liaisonAppointed } from '#app/accounts/liaisons/liaison_appointed'
import { liaisonsIn, rankOf } from '#app/accounts/liaisons/liaison_list'
import { whyNoLiaison } from '#app/accounts/liaisons/liaison_stay'
import { permit } from '#app/audit/decide'
import { record } from '#app/audit/record'
import type { Actor } from '#app/audit/actor'
import { tell } from '#app/messages/tell'
import Organization from '#app/organizations/organization'
import { now } from '#app/shared/clock'
import { inTransaction, type Trx } from '#app/shared/transaction'

export type Rank = 1 | 2

/** As a person says it. */
export const rankInWords = (rank: number | null) =>
  rank === 1 ? 'primary liaison' : rank === 2 ? 'alternate liaison' : 'liaison'

/** Both places are taken, and the person named holds neither; or the person cannot be a liaison at all. */
export type Appointment = 'appointed' | 'unchanged' | { taken: Account } | { unfit: string }

/**
 * Makes somebody the primary or the alternate liaison. Who holds that place changes places with a liaison, and makes room for
 * a new one as long as the other place is free.
 */
export function appoint(by: Actor, account: Account, rank: Rank, outer?: Trx) {
  return inTransaction(async (trx): Promise<Appointment> => {
    await Organization.locked(account.organizationId, trx)
    await permit(by, 'liaison.appoint', account, trx)
    const present = await liaisonsIn([account.organizationId], trx)
    const own = present.find(({ id }) => id === account.id)
    const holder = present.find((liaison) => rankOf(liaison) === rank)
    if (own && rankOf(own) === rank) return 'unchanged'
    const unfit = own ? null : await unfitness(account, trx)
    if (unfit) return { unfit }

    if (holder) {
      const next = (own && rankOf(own)) ?? freeIn(present)
      if (!next) return { taken: holder }
      await move(by, holder, next, trx)
    }
    await freePlaceOf(account.organizationId, rank, present, trx)
    await (own ? move(by, account, rank, trx) : grant(by, account, rank, trx))
    await tellOthers(account, 'liaison_changed', present, trx)
    return 'appointed'
  }, outer)
}

/** Who holds a place that somebody new cannot have, because there is no other one to move to. */
export async function whoIsInTheWay(organizationId: string, rank: Rank, trx: Trx) {
  const present = await liaisonsIn([organizationId], trx)
  return freeIn(present) ? undefined : present.find((liaison) => rankOf(liaison) === rank)
}

/** False if the person is no liaison any more: then nothing is done. */
export function dismiss(by: Actor, account: Account, outer?: Trx) {
  return inTransaction(async (trx) => {
    await permit(by, 'liaison.dismiss', account, trx)
    const one = { accountId: account.id, role: 'liaison' }
    const gone = await AccountRole.query({ client: trx }).where(one).delete()
    if (Number(gone) !== 1) return false
    await AccountSession.endAll(account, 'role_changed', trx, by)
    await record('liaison.dismissed', { actor: by, subject: account }, trx)
    await tell(account, 'liaison_dismissed', { accountId: account.id }, trx)
    await tellOthers(account, 'liaison_left', await liaisonsIn([account.organizationId], trx), trx)
    return true
  }, outer)
}

/** Held, so that nobody sets an end date meanwhile. */
async function unfitness({ id }: Account, trx: Trx) {
  const held = await Account.query({ client: trx }).where({ id }).forUpdate().firstOrFail()
  return whyNoLiaison(held)
}

function freeIn(present: Account[]) {
  return [1, 2].find((rank) => !present.some((liaison) => rankOf(liaison) === rank))
}

/** Somebody of an organization by user name, or by mail address where only one person has it. */
export async function personIn(organization: Organization, name: string) {
  const people = await Account.knownAs(name)
  const own = people.filter(({ organizationId }) => organizationId === organization.id)
  const exact = own.find(({ username }) => username === name)
  return exact ?? (own.length === 1 ? own[0] : null)
}

export const liaisonIn = (organization: Organization, id: string) =>
  Account.query()
    .where({ id, organizationId: organization.id })
    .whereHas('grants', (grants) => grants.where('role', 'liaison'))
    .preload('grants')
    .firstOrFail()

async function grant(by: Actor, account: Account, rank: Rank, trx: Trx) {
  const one = { accountId: account.id, role: 'liaison' as const, rank, grantedBy: by.id }
  await AccountRole.create(one, { client: trx })
  await AccountSession.endAll(account, 'role_changed', trx, by)
  await tell(account, 'liaison_appointed', { accountId: account.id, rank }, trx)
  await note(by, account, rank, trx)
  await liaisonAppointed.tell(account, trx)
}

/** Another place is no other role: what the person may do stays the same, and so do open sessions. */
async function move(by: Actor, account: Account, rank: number, trx: Trx) {
  await permit(by, 'liaison.appoint', account, trx)
  await AccountRole.query({ client: trx })
    .where({ accountId: account.id, role: 'liaison' })
    .update({ rank })
  await tell(account, 'liaison_appointed', { accountId: account.id, rank }, trx)
  await note(by, account, rank, trx)
}

/** Who is not active any more holds no place that another one needs. */
async function freePlaceOf(organizationId: string, rank: Rank, present: Account[], trx: Trx) {
  const theirs = trx.from('accounts').where('organization_id', organizationId).select('id')
  await AccountRole.query({ client: trx })
    .where({ role: 'liaison', rank })
    .whereIn('accountId', theirs)
    .whereNotIn(
      'accountId',
      present.map(({ id }) => id)
    )
    .update({ rank: null })
}

async function tellOthers(account: Account, kind: string, others: Account[], trx: Trx) {
  for (const other of others) {
    if (other.id === account.id) continue
    await tell(other, kind, { accountId: other.id, liaisonId: account.id, at: now() }, trx)
  }
}

function note(by: Actor, account: Account, rank: number, trx: Trx) {
  const details = { rank: rankInWords(rank) }
  return record('liaison.appointed', { actor: by, subject: account, details }, trx)
}
