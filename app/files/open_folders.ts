import { permit } from '#app/audit/decide'
import { Refusal } from '#app/audit/refusal'
import AccountSession from '#app/accounts/account_session'
import type Account from '#app/accounts/account'
import { SessionOver } from '#app/files/session_over'
import { now } from '#app/shared/clock'
import type { Upload } from '#app/files/receive'
import Folder from '#app/folders/folder'
import { unknown } from '#app/folders/folder_policy'
import type { Trx } from '#app/shared/transaction'

/** A folder as it is in this transaction, or why this sender may not put anything there. */
export type Opening = Folder | Refusal

const pairOf = ({ sender, folder }: Upload) =>
  `${folder.id} ${sender.id} ${sender.session?.id ?? ''}`

/**
 * Asks once for each sender and folder of a transaction whether the upload may still be published (security rule 2).
 * The folders' rows are locked, always in the same order: their counters and names change next.
 */
export async function openFolders(uploads: Upload[], trx: Trx) {
  const pairs = new Map(uploads.map((upload) => [pairOf(upload), upload]))
  const openings = new Map<string, Opening>()
  for (const pair of [...pairs.keys()].sort()) {
    openings.set(pair, await opened(pairs.get(pair)!, trx))
  }
  return (upload: Upload) => openings.get(pairOf(upload))!
}

async function opened({ sender, folder: { id } }: Upload, trx: Trx): Promise<Opening> {
  const folder = await Folder.query({ client: trx }).where({ id }).forUpdate().first()
  if (!folder) return new Refusal(unknown)
  try {
    await permit(sender, 'folder.upload', folder, trx)
    return (await isOver(sender, trx)) ? new SessionOver() : folder
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

/** A sign-in by browser may have ended while the bytes arrived; other ways in have no session. */
async function isOver({ session }: Account, trx: Trx) {
  return session !== undefined && !(await AccountSession.lives(session.id, now(), trx))
}
