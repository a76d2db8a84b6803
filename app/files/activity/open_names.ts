import type Account from '#app/accounts/account'
import { reachesAsOf } from '#app/folders/access/access_as_of'
import { now } from '#app/shared/clock'
import db from '@adonisjs/lucid/services/db'

/** A file as a list for liaisons tells of it. */
export interface FileTold {
  id: string
  code: string
  folderId: string
  /** Null unless this person may open the file: whoever keeps access does not for that see what is exchanged. */
  name: string | null
  isThere: boolean
}

/** Some files, each by its code, and by its name only for whom it is open to anyway (docs/decisions/0160-names-of-files.md). */
export async function filesToldTo(person: Account, ids: string[]): Promise<Map<string, FileTold>> {
  const rows = await rowsOf([...new Set(ids)])
  const folderIds = rows.map(({ folder_id: id }) => id)
  const reaches = await reachesAsOf(person.id, [...new Set(folderIds)], now())
  return new Map(
    rows.map((row) => {
      const level = reaches.get(row.folder_id)?.level
      const isHidden = row.is_drop_off && level !== 'manager' && row.sender_id !== person.id
      return [
        row.id,
        {
          id: row.id,
          code: row.code,
          folderId: row.folder_id,
          name: level && !isHidden ? row.name : null,
          isThere: row.deleted_at === null,
        },
      ]
    })
  )
}

const rowsOf = async (ids: string[]): Promise<any[]> =>
  ids.length
    ? db
        .from('files')
        .join('folders', 'folders.id', 'files.folder_id')
        .whereIn('files.id', ids)
        .select('files.*', 'folders.is_drop_off')
    : []
