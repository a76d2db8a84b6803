import type Account from '#app/accounts/account'
import { permit } from '#app/audit/decide'
import { recordEach } from '#app/audit/record'
import Folder from '#app/folders/folder'
import FolderPlace from '#app/folders/tree/folder_place'
import {
  groundAt,
  planHierarchy,
  type Plan,
  type PlannedFolder,
} from '#app/folders/tree/hierarchy_plan'
import type { PlacedRow } from '#app/folders/tree/subtree'
import { changeTrees } from '#app/folders/tree/tree_lock'
import { now } from '#app/shared/clock'
import { insertAll } from '#app/shared/insert_all'
import { nameKey } from '#app/shared/names'
import { inTransaction, type Trx } from '#app/shared/transaction'
import { v7 as uuidv7 } from 'uuid'

/** What would be made below a folder, line by line; nothing is. */
export async function previewHierarchy(by: Account, top: Folder, text: string) {
  await permit(by, 'folder.create', top)
  return planHierarchy(text, await groundAt(top))
}

/** Makes a whole hierarchy below a folder: all of it, or, if its plan is not sound, nothing. */
export function makeHierarchy(by: Account, top: Folder, text: string, outer?: Trx): Promise<Plan> {
  return inTransaction(async (trx) => {
    await changeTrees(trx)
    await top.useTransaction(trx).refresh()
    await permit(by, 'folder.create', top, trx)
    const plan = planHierarchy(text, await groundAt(top, trx))
    if (!plan.isSound || !plan.folders.length) return plan

    const folders = foldersOf(plan.folders, top.organizationId)
    await insertAll(folders, trx)
    await FolderPlace.begin(folders, trx)
    const happenings = folders.map((subject) => ({ actor: by, subject }))
    await recordEach('folder.created', happenings, trx)
    return plan
  }, outer)
}

/** The plan names parents before their children. */
function foldersOf(planned: PlannedFolder[], organizationId: string) {
  const createdAt = now()
  const made = new Map<PlannedFolder | PlacedRow, Folder>()
  for (const each of planned) {
    const parent = made.get(each.parent) ?? (each.parent as PlacedRow)
    const id = uuidv7()
    const folder = new Folder().fill({
      id,
      organizationId,
      createdAt,
      parentId: parent.id,
      name: each.name,
      nameKey: nameKey(each.name),
      lineage: `${parent.lineage}${id}/`,
    })
    made.set(each, folder)
  }
  return [...made.values()]
}
