import type Account from '#app/accounts/account'
import { permit } from '#app/audit/decide'
import Folder from '#app/folders/folder'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import { retentionAmong } from '#app/folders/tree/folder_settings'
import { isInTree, wayTo } from '#app/folders/tree/tree'
import { speakersOf } from '#app/support/lookup/speakers'
import { now } from '#app/shared/clock'
import { errors } from '@adonisjs/lucid'

/** A folder for who answers callers: what it is and who keeps it, nothing of what lies in it. Throws E_ROW_NOT_FOUND. */
export async function folderShown(by: Account, id: string) {
  const folder = await Folder.query().where({ id }).whereNull('deletionId').firstOrFail()
  await permit(by, 'lookup.open', folder)
  if (!(await isInTree(folder))) throw new errors.E_ROW_NOT_FOUND()
  await folder.load('organization')
  const way = await wayTo(folder)
  return {
    folder,
    organization: folder.organization,
    path: `/${way.map(({ name }) => name).join('/')}`,
    retention: retentionAmong(way),
    speakers: await speakersOf(folder.organization),
    peopleCount: await peopleIn(folder),
  }
}

/** How many people have access by a subscription, here or further up. */
async function peopleIn({ lineageIds }: Folder) {
  const [{ $extras }] = await FolderSubscription.query()
    .withScopes((scopes) => scopes.live(now()))
    .whereIn('folderId', lineageIds)
    .countDistinct('account_id as count')
  return Number($extras.count)
}
