import { inactiveAfter, soon } from '#app/accounts/keeping/account_status'
import { nameKey } from '#app/shared/names'
import type { Instant } from '#app/shared/clock'
import { isSqlite } from '#app/shared/transaction'
import db from '@adonisjs/lucid/services/db'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'

type Query = DatabaseQueryBuilderContract
type Narrow = (query: Query, asOf: Instant) => unknown

const active: Narrow = (query, asOf) =>
  query
    .whereNull('accounts.deactivated_at')
    .whereRaw('(accounts.ends_at is null or accounts.ends_at > ?)', [asOf])

const activeAnd =
  (narrow: Narrow): Narrow =>
  (query, asOf) => {
    active(query, asOf)
    narrow(query, asOf)
  }

/** Which accounts a liaison may want to see, in the order in which they are offered. */
export const filters = {
  active,
  locked: activeAnd((query, asOf) =>
    query.whereIn(
      'accounts.id',
      db
        .from('throttles')
        .whereNotNull('account_id')
        .where('open_at', '>', asOf)
        .select('account_id')
    )
  ),
  must_change: activeAnd((query) =>
    query.where('accounts.must_change_password', true).where('accounts.credential_source', 'local')
  ),
  never_signed_in: activeAnd((query) => query.whereNull('accounts.last_signed_in_at')),
  inactive: activeAnd((query, asOf) =>
    query.whereRaw('coalesce(accounts.last_signed_in_at, accounts.created_at) <= ?', [
      asOf - inactiveAfter,
    ])
  ),
  outside: (query: Query) => query.whereNotNull('accounts.sponsor_id'),
  expiring: activeAnd((query, asOf) => query.where('accounts.ends_at', '<=', asOf + soon)),
  deactivated: (query: Query, asOf: Instant) =>
    query.whereRaw('(accounts.deactivated_at is not null or accounts.ends_at <= ?)', [asOf]),
} satisfies Record<string, Narrow>

export type Filter = keyof typeof filters

/** Those that have each word in their user name, full name, mail address or title, in capitals or not. */
export function searchFor(query: Query, words: string) {
  for (const word of wordsIn(words)) {
    if (isSqlite()) query.whereRaw('instr(accounts.search_key, ?) > 0', [word])
    else query.whereRaw('strpos(accounts.search_key, ?) > 0', [word])
  }
}

const wordsIn = (text: string) =>
  nameKey(text.replaceAll('\0', '')).split(/\s+/).filter(Boolean).slice(0, 8)
