import { permit } from '#app/audit/decide'
import { Refusal } from '#app/audit/refusal'
import AccountSession from '#app/accounts/sessions/account_session'
import type Account from '#app/accounts/account'
import { SessionOver } from '#app/files/receiving/session_over'
import { now } from '#app/shared/clock'
import type { Upload } from '#app/files/receiving/receive'
import Folder from '#app/folders/folder'
import { unknown } from '#app/folders/folder_policy'
import { retentionAmong } from '#app/folders/tree/folder_settings'
import { quotasAt, type Quota } from '#app/folders/tree/quota'
import { keepTrees } from '#app/folders/tree/tree_lock'
import type { Trx } from '#app/shared/transaction'

/** A folder as it is in this transaction, with what holds for it because of where it stands. */
export interface OpenFolder {
  folder: Folder
  keepDays: number
  /** Shared with the other folders for which they hold: what one takes, no other has. */
  quotas: Quota[]
}

/** A folder that takes files, or why this sender may not put anything there. */
export type Opening = OpenFolder | Refusal

const pairOf = ({ sender, folder }: Upload) =>
  `${folder.id} ${sender.id} ${sender.session?.id ?? ''}`

/** Asks once for each sender and folder of a transaction whether the upload may still be published (security rule 2). */
export async function openFolders(uploads: Upload[], trx: Trx) {
  await keepTrees(trx)
  const places = await Places.of(uploads, trx)
  const pairs = new Map(uploads.map((upload) => [pairOf(upload), upload]))
  const openings = new Map<string, Opening>()
  for (const [pair, { sender, folder }] of pairs) {
    openings.set(pair, await opened(sender, places.open(folder.id), trx))
  }
  return (upload: Upload) => openings.get(pairOf(upload))!
}

async function opened(sender: Account, open: OpenFolder | undefined, trx: Trx): Promise<Opening> {
  if (!open) return new Refusal(unknown)
  try {
    await permit(sender, 'folder.upload', open.folder, trx)
    return (await isOver(sender, trx)) ? new SessionOver() : open
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

/** A sign-in by browser may have ended while the bytes arrived; other ways in have no session. */
async function isOver({ session }: Account, trx: Trx) {
  return session !== undefined && !(await AccountSession.lives(session.id, now(), trx))
}

/** The folders of some uploads and those above them, none of which can move any more. */
class Places {
  private constructor(
    readonly folders: Map<string, Folder>,
    readonly quotas: Map<string, Quota>
  ) {}

  /** What the uploads say of their place may be old; hardly ever it is. */
  static async of(uploads: Upload[], trx: Trx) {
    const ids = [...new Set(uploads.map(({ folder }) => folder.id))]
    const found = await read(new Set(uploads.flatMap(({ folder }) => folder.lineageIds)), trx)
    const asIs = new Set(ids.flatMap((id) => found.get(id)?.lineageIds ?? []))
    const moved = await read(asIs.difference(found), trx)
    const folders = new Map([...found, ...moved])
    const limited = [...asIs].filter((id) => Boolean(folders.get(id)?.quotaBytes))
    await lock([...ids, ...limited], trx)
    const quotas = limited.length ? await quotasAt(limited, trx) : []
    return new Places(folders, new Map(quotas.map((quota) => [quota.folder.id, quota])))
  }

  open(id: string): OpenFolder | undefined {
    const folder = this.folders.get(id)
    if (!folder) return undefined
    const way = folder.lineageIds.flatMap((above) => this.folders.get(above) ?? [])
    const quotas = folder.lineageIds.flatMap((above) => this.quotas.get(above) ?? [])
    return { folder, keepDays: retentionAmong(way).days, quotas }
  }
}

async function read(ids: Set<string>, trx: Trx) {
  const folders = ids.size ? await Folder.query({ client: trx }).whereIn('id', [...ids]) : []
  return new Map(folders.map((folder) => [folder.id, folder]))
}

/** Their counters change next, and what a quota has left. Always in the same order, so that nobody waits in a circle. */
function lock(ids: string[], trx: Trx) {
  return trx.from('folders').whereIn('id', ids).orderBy('id').forUpdate().select('id')
}
