import type Account from '#app/accounts/account'
import type { Actor } from '#app/audit/actor'
import { conceal } from '#app/audit/conceal'
import Folder from '#app/folders/folder'
import type Organization from '#app/organizations/organization'
import { nameKey } from '#app/shared/names'
import { inTransaction, type Trx } from '#app/shared/transaction'
import { errors } from '@adonisjs/lucid'

/** The top of an organization's tree, named by its short name. Whoever enrols an agency opens it; an open one stays as it is. */
export function openTree(by: Actor, organization: Organization, outer?: Trx) {
  return inTransaction(async (trx) => {
    const standing = await rootOf(organization.id, trx)
    const { id: organizationId, shortName: name } = organization
    return standing ?? Folder.make(by, { name, organizationId }, trx)
  }, outer)
}

export function rootOf(organizationId: string, trx?: Trx) {
  return Folder.query({ client: trx })
    .where({ organizationId })
    .whereNull('parentId')
    .whereNull('ownerId')
    .first()
}

/** A folder of the tree that a liaison keeps. Any other, home folders and deleted ones too, does not exist. Throws E_ROW_NOT_FOUND. */
export async function findInTree(liaison: Account, id: string) {
  const folder = await Folder.query().where({ id }).first()
  if (!folder) throw new errors.E_ROW_NOT_FOUND()
  const isOurs = folder.organizationId === liaison.organizationId && !folder.isDeleted
  if (isOurs && (await isInTree(folder))) return folder
  return conceal(liaison, folder)
}

/** Whether a folder belongs to its agency's tree, and not to somebody's home. */
export async function isInTree(folder: Folder, trx?: Trx) {
  if (folder.isHome || folder.isRoot) return folder.isRoot
  const [top] = folder.lineageIds
  return (
    (await Folder.query({ client: trx }).where('id', top).whereNull('ownerId').first()) !== null
  )
}

/** "/DOL/SRR/Incoming", in capitals or not, as somebody types it; null if there is no such folder in the organization's tree. */
export async function findByPath(organizationId: string, typed: string) {
  const [first, ...names] = typed.trim().split(/[/\\]/).filter(Boolean).map(nameKey)
  let folder = await rootOf(organizationId)
  if (folder?.nameKey !== first) return null
  for (const key of names) {
    folder = await Folder.query()
      .where({ parentId: folder.id, nameKey: key })
      .whereNull('deletionId')
      .first()
    if (!folder) return null
  }
  return folder
}

/** The folders from the root down to one, itself included. */
export async function wayTo(folder: Folder, trx?: Trx) {
  const found = await Folder.query({ client: trx }).whereIn('id', folder.lineageIds)
  return found.sort((a, b) => a.lineage.length - b.lineage.length)
}

/** Whether another folder beside it has this name already; a deleted folder's name is free. */
export async function isNameTaken(
  parentId: string,
  name: string,
  { except, trx }: { except?: Folder; trx?: Trx } = {}
) {
  const query = Folder.query({ client: trx })
    .where({ parentId, nameKey: nameKey(name) })
    .whereNull('deletionId')
  if (except) query.whereNot('id', except.id)
  return (await query.first()) !== null
}
