import { theService } from '#app/audit/actor'
import type File from '#app/files/file'
import type Folder from '#app/folders/folder'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import { PlainBrowser } from '#tests/support/plain_browser'
import type Account from '#app/accounts/account'
import { lookUp } from '#app/support/lookup/lookup'

/** What stands in the results, in their order. */
export async function titlesFor(by: Account, typed: string) {
  const { hits } = await lookUp(by, typed)
  return hits.map(({ title }) => title)
}

/** Somebody is subscribed to the file's folder and downloads it. */
export async function downloads(by: Account, file: File, folder: Folder) {
  await FolderSubscription.start(theService, folder, by, 'viewer')
  const browser = await PlainBrowser.signIn(by.username)
  await browser.open(`/files/${file.id}/download`)
}
