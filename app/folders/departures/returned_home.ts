import { accountReactivated } from '#app/accounts/keeping/account_reactivated'
import Folder from '#app/folders/folder'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'

/** Whoever comes back has the home folder to themselves again: whom it was handed over to sees nothing of it any more. */
accountReactivated.hear('handed over homes', async ({ account, by }, trx) => {
  const home = await Folder.homeOf(account, trx)
  if (!home) return
  const guests = await FolderSubscription.query({ client: trx })
    .where('folderId', home.id)
    .whereNull('endedAt')
  for (const guest of guests) await guest.close(by, 'ended', trx)
})
