import type Account from '#app/accounts/account'
import HeldUpload from '#app/files/receiving/held_upload'
import { foldersAsSeen } from '#app/folders/folder_as_seen'

/** What waits for a person's confirmation, and for which folder it is, as they see it. */
export async function listHeld(account: Account) {
  const held = await HeldUpload.waitingFor(account)
  if (!held.length) return []
  const seen = await foldersAsSeen(
    account,
    held.map(({ folder }) => folder)
  )
  return held.map(({ id, name, sizeBytes, createdAt, folderId }) => {
    return { id, name, sizeBytes, createdAt, folderName: seen.get(folderId)!.name }
  })
}
