import Account from '#app/accounts/account'
import { decide } from '#app/audit/decide'
import AuditEntry from '#app/audit/audit_entry'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import type AccountImport from '#app/folders/imports/account_import'
import ImportedAccount from '#app/folders/imports/imported_account'
import { now } from '#app/shared/clock'
import type { Trx } from '#app/shared/transaction'

/** An account of an import, and what has happened to it since: nothing, unless there are reasons. */
export interface Use {
  entry: ImportedAccount
  account: Account
  reasons: string[]
  /** Why this person cannot deactivate it, if so. */
  keptBecause?: string
}

/** The accounts of an import with what speaks against taking them back unasked. In a transaction they are held. */
export async function usesOf(by: Account, { id }: AccountImport, trx?: Trx): Promise<Use[]> {
  const entries = await ImportedAccount.query({ client: trx }).where('importId', id).orderBy('line')
  const ids = entries.map(({ accountId }) => accountId)
  const people = Account.query({ client: trx }).whereIn('id', ids).preload('grants').orderBy('id')
  const found = await (trx ? people.forUpdate() : people)
  const accounts = new Map(found.map((one) => [one.id, one]))
  const others = await reasonsOf(entries, ids, trx)
  const uses: Use[] = []
  for (const entry of entries) {
    const account = accounts.get(entry.accountId)!
    const reasons = [
      ...(account.lastSignedInAt === null ? [] : ['has signed in']),
      ...(account.grants.length ? ['holds a role'] : []),
      ...(others.get(account.id) ?? []),
    ]
    uses.push({
      entry,
      account,
      reasons,
      ...(reasons.length && (await obstacle(by, account, trx))),
    })
  }
  return uses
}

async function obstacle(by: Account, account: Account, trx?: Trx) {
  const decision = await decide(by, 'account.deactivate', account, trx)
  return decision.allowed ? {} : { keptBecause: decision.sentence }
}

async function reasonsOf(entries: ImportedAccount[], ids: string[], trx?: Trx) {
  const found = new Map<string, string[]>()
  const add = (reason: string, accountIds: (string | null)[]) => {
    for (const id of new Set(accountIds)) {
      if (id) found.set(id, [...(found.get(id) ?? []), reason])
    }
  }
  const acted = await AuditEntry.query({ client: trx }).whereIn('actorId', ids).distinct('actorId')
  add(
    'has done something',
    acted.map(({ actorId }) => actorId)
  )
  const subscribed = await FolderSubscription.query({ client: trx })
    .whereIn('accountId', ids)
    .withScopes((scopes) => scopes.live(now()))
  const own = new Set(entries.map(({ subscriptionId }) => subscriptionId))
  const others = subscribed.filter(({ id }) => !own.has(id))
  add(
    'was given other folders',
    others.map(({ accountId }) => accountId)
  )
  const guests = await Account.query({ client: trx })
    .whereIn('sponsorId', ids)
    .distinct('sponsorId')
  add(
    'answers for outside people',
    guests.map(({ sponsorId }) => sponsorId)
  )
  return found
}
