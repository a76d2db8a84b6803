import type Account from '#app/accounts/account'
import { pathsOf } from '#app/folders/tree/folder_paths'
import type { Level } from '#app/folders/reach'
import { levelWords } from '#app/folders/subscriptions/level_words'
import type { Instant } from '#app/shared/clock'
import db from '@adonisjs/lucid/services/db'

/** More than anybody reads out on the phone. */
const most = 50

/** The folders that somebody was subscribed to and can open, by path: names and levels, and nothing of what lies there. */
export async function subscriptionsOf(account: Account, asOf: Instant) {
  const rows: any[] = await db
    .from('folder_subscriptions as s')
    .join('folders as f', 'f.id', 's.folder_id')
    .join('organizations as o', 'o.id', 'f.organization_id')
    .where('s.account_id', account.id)
    .whereNull('s.ended_at')
    .whereRaw('(s.expires_at is null or s.expires_at > ?)', [asOf])
    .whereNull('f.deletion_id')
    .orderBy('f.name_key')
    .orderBy('s.id')
    .limit(most + 1)
    .select('f.id', 'f.lineage', 's.level', 's.shown_as', 's.expires_at', 'o.name as agency')
  const paths = await pathsOf(rows.map(({ lineage }) => lineage))
  const subscriptions = rows.slice(0, most).map((row) => ({
    folderId: row.id as string,
    path: paths.get(row.lineage)!,
    shownAs: row.shown_as as string | null,
    agency: row.agency as string,
    level: levelWords[row.level as Level].name,
    expiresAt: row.expires_at === null ? null : Number(row.expires_at),
  }))
  subscriptions.sort((a, b) => a.path.localeCompare(b.path))
  return { subscriptions, isMoreSubscribed: rows.length > most }
}
