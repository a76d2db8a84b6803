import Folder from '#app/folders/folder'
import FolderPlace from '#app/folders/folder_place'
import { now } from '#app/shared/clock'
import { inTransaction, type Trx } from '#app/shared/transaction'
import type Organization from '#app/organizations/organization'
import db from '@adonisjs/lucid/services/db'
import { v7 as uuidv7 } from 'uuid'

/** What the rows say after a folder was put under another one with all that lies below it. */
export async function moved(id: string, toId: string) {
  await inTransaction(async (trx) => {
    const folder = await Folder.findOrFail(id, { client: trx })
    const to = await Folder.findOrFail(toId, { client: trx })
    const before = folder.lineage
    for (const below of await under(before, trx)) {
      const lineage = `${to.lineage}${below.lineage.slice(before.length - id.length - 1)}`
      await trx.from('folders').where('id', below.id).update({ lineage })
    }
    await folder.merge({ parentId: to.id, lineage: `${to.lineage}${id}/` }).save()
    await FolderPlace.change(folder, now(), trx)
  })
}

/** What the rows say after a folder was deleted with all below it that was not deleted before. */
export async function deleted(id: string) {
  await inTransaction(async (trx) => {
    const { lineage } = await Folder.findOrFail(id, { client: trx })
    const deletion = { id: uuidv7(), folder_id: id, created_at: now() }
    await trx.insertQuery().table('folder_deletions').insert(deletion)
    for (const below of await under(lineage, trx)) {
      const open = trx.from('folders').where('id', below.id).whereNull('deletion_id')
      await open.update({ deletion_id: deletion.id })
    }
  })
}

/** The same folder is there again, with what went along with it. */
export async function recovered(id: string) {
  await inTransaction(async (trx) => {
    const { deletionId } = await Folder.findOrFail(id, { client: trx })
    await trx.from('folder_deletions').where('id', deletionId!).update({ ended_at: now() })
    await trx.from('folders').where('deletion_id', deletionId!).update({ deletion_id: null })
  })
}

export async function suspended({ id }: Organization) {
  const row = { id: uuidv7(), organization_id: id, because: 'Test', created_at: now() }
  await db.table('organization_suspensions').insert(row)
  await db.from('organizations').where({ id }).update({ suspended_at: row.created_at })
}

export async function reinstated({ id }: Organization) {
  const open = db
    .from('organization_suspensions')
    .where('organization_id', id)
    .whereNull('ended_at')
  await open.update({ ended_at: now() })
  await db.from('organizations').where({ id }).update({ suspended_at: null })
}

const under = (lineage: string, trx: Trx) =>
  Folder.query({ client: trx }).where('lineage', 'like', `${lineage}%`)
