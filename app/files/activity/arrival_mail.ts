import Account from '#app/accounts/account'
import { arrived, reachedSince, type Span } from '#app/files/activity/arrival_notices'
import Folder from '#app/folders/folder'
import { folderAsSeen } from '#app/folders/folder_as_seen'
import { mail, type Payload } from '#app/messages/mail'

interface Arrived extends Span, Payload {
  accountId: string
}

/** So many files are named, each with its link; of the others the mail says how many they are. */
const namedMost = 20

/** Names nothing that the person may not know of at the moment at which the mail is written. */
mail<Arrived>('files_arrived', async (payload, trx) => {
  const account = await Account.query({ client: trx })
    .where('id', payload.accountId)
    .preload('organization')
    .preload('grants')
    .first()
  const folder = await Folder.find(payload.folderId, { client: trx })
  if (!account || !folder || (await reachedSince(account, folder, trx)) === null) return null
  const files = await arrived(payload, account, trx).limit(1_000)
  if (!files.length) return null

  const { name, path } = await folderAsSeen(account, folder, trx)
  const some = files.slice(0, namedMost)
  const data = { account, folder, name, path, files: some }
  const count = files.length === 1 ? '1 file' : `${files.length} files`
  return {
    subject: `${count} arrived in ${name}`,
    view: 'mails/files/arrivals',
    data: { ...data, count, more: files.length - some.length },
  }
})
