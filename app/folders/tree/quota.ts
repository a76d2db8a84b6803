import Folder from '#app/folders/folder'
import { contentsOf } from '#app/folders/tree/subtree'
import type { Trx } from '#app/shared/transaction'

/** A limit that holds for a folder and everything below it, and how much of it is left. */
export interface Quota {
  folder: Folder
  leftBytes: number
}

/** What is left of each quota that holds at a place, the nearest first. Below zero: more lies there than fits. */
export async function quotasAt(lineageIds: string[], trx?: Trx): Promise<Quota[]> {
  const limited = await Folder.query({ client: trx })
    .whereIn('id', lineageIds)
    .whereNotNull('quotaBytes')
  const quotas: Quota[] = []
  for (const folder of limited.sort((a, b) => b.lineage.length - a.lineage.length)) {
    const { keptBytes } = await contentsOf(folder.lineage, trx)
    quotas.push({ folder, leftBytes: folder.quotaBytes! - keptBytes })
  }
  return quotas
}

/** How many more bytes a place takes. */
export async function roomAt(lineageIds: string[], trx?: Trx) {
  const quotas = await quotasAt(lineageIds, trx)
  return Math.min(Infinity, ...quotas.map(({ leftBytes }) => leftBytes))
}
