import type Account from '#app/accounts/account'
import { inForce, notExpired } from '#app/folders/access/access_as_of'
import type { Instant } from '#app/shared/clock'
import { isSqlite } from '#app/shared/transaction'
import db from '@adonisjs/lucid/services/db'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'

/** Behind which row a page starts: whose it is, and its subscription. */
export type Start = [username: string, subscriptionId: string]

interface Asked {
  at: Instant
  username?: string
  accountId?: string
}

interface From {
  from?: { username: string; isIncluded: boolean }
  isUp: boolean
  limit: number
}

/** User names compare by bytes, the same on both databases. */
export const byUsername = () =>
  isSqlite() ? 'accounts.username_key' : 'accounts.username_key collate "C"'

/** The next of an organization's people who have a subscription in force, by user name. */
export async function peopleFrom(
  { organizationId }: Account,
  asked: Asked,
  { from, isUp, limit }: From
) {
  const [held, when] = inForce('grants', asked.at)
  const [isOn, since] = notExpired(asked.at)
  const people = narrowedTo(db.from('accounts'), asked)
    .where('organization_id', organizationId)
    .whereRaw(
      `exists (select 1 from folder_subscriptions grants where grants.account_id = accounts.id
               and ${held} and ${isOn})`,
      [...when, ...since]
    )
  /** Always from somewhere: without it, SQLite would rather take another index and sort everybody. */
  const { username, isIncluded } = from ?? { username: isUp ? '' : '\u{10ffff}', isIncluded: true }
  const sign = (isUp ? '>' : '<') + (isIncluded ? '=' : '')
  people.whereRaw(`${byUsername()} ${sign} ?`, [username])
  const rows: any[] = await people
    .orderByRaw(`${byUsername()} ${isUp ? 'asc' : 'desc'}`)
    .limit(limit)
    .select('id', 'username_key')
  return rows as { id: string; username_key: string }[]
}

/** The one who is meant, or those whose user names hold a text. */
export function narrowedTo(query: DatabaseQueryBuilderContract, { username, accountId }: Asked) {
  const contains = isSqlite() ? 'instr' : 'strpos'
  if (accountId) query.where('accounts.id', accountId)
  if (username) query.whereRaw(`${contains}(accounts.username_key, ?) > 0`, [username])
  return query
}
