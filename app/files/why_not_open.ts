import type Account from '#app/accounts/account'
import type File from '#app/files/file'
import { mayKnowOf } from '#app/files/file_policy'
import { restorableUntil } from '#app/files/deleting/file_deletion'
import { decide } from '#app/audit/decide'
import { reachOf } from '#app/folders/reach'
import { whyNoReach, type NoReach } from '#app/folders/why_no_reach'
import type { Instant } from '#app/shared/clock'

/** Why somebody cannot open a file: more than that person may be told. */
export type NotOpen =
  | NoReach
  | { cause: 'drop_off' }
  | { cause: 'destroyed'; at: Instant }
  | { cause: 'deleted'; at: Instant; until: Instant; mayRestore: boolean }

/** For whom `file.view` says no; what is said here is for those who help, and decides nothing. */
export async function whyNotOpen(account: Account, file: File): Promise<NotOpen> {
  if (!(await reachOf(account, file.folder))) return whyNoReach(account, file.folder)
  if (!(await mayKnowOf(account, file))) return { cause: 'drop_off' }
  if (file.destroyedAt !== null) return { cause: 'destroyed', at: file.destroyedAt }
  const at = file.deletedAt!
  const restoring = await decide(account, 'file.restore', file)
  return { cause: 'deleted', at, until: restorableUntil(at), mayRestore: restoring.allowed }
}
