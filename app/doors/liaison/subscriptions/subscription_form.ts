import type Account from '#app/accounts/account'
import { isSpeechless } from '#app/accounts/liaisons/liaison_notices'
import type Folder from '#app/folders/folder'
import { levelChoices } from '#app/folders/subscriptions/level_words'
import { foldersMeant } from '#app/folders/tree/folders_meant'
import { findInTree } from '#app/folders/tree/tree'
import Organization from '#app/organizations/organization'

/** What the page of the form needs to be filled in. */
export async function formFor(
  by: Account,
  { folderId, accountName }: { folderId?: string; accountName?: string }
) {
  const folder = folderId ? await findInTree(by, folderId) : null
  const others = await Organization.query()
    .whereNull('suspendedAt')
    .whereNot('id', by.organizationId)
    .orderBy('kind')
    .orderBy('nameKey')
    .orderBy('id')
  return {
    folder,
    path: await folder?.path(),
    people: accountName,
    levels: levelChoices,
    organizations: [
      { value: '', label: `Our own people (${by.organization.name})` },
      ...others.map(({ id, name, kind }) => ({ value: id, label: `${name} (${kind})` })),
    ],
    unattended: await withoutAnybody(others),
  }
}

/** Partners for whose people somebody has to sign. */
async function withoutAnybody(organizations: Organization[]) {
  const names: string[] = []
  for (const { id, name, kind } of organizations) {
    if (kind === 'partner' && (await isSpeechless(id))) names.push(name)
  }
  return names
}

/** One folder, as the list to choose from shows it. */
export const choiceOf = async (folder: Folder) => ({ value: folder.id, label: await folder.path() })

/** The folder that was chosen from the list, or typed; else those that may have been meant. */
export async function folderMeant(
  by: Account,
  { folder, folder_id: id }: { folder: string | null; folder_id: string | null }
) {
  if (id) return { folder: await findInTree(by, id) }
  const { exact, similar } = await foldersMeant(by, folder ?? '')
  if (exact) return { folder: exact }
  const choices = similar.map((one) => ({ value: one.folder.id, label: one.path }))
  if (!folder) return { problem: 'Say which folder: its path, or a part of its name.', choices }
  const problem = choices.length
    ? `Choose the folder below: "${folder}" is not the whole path of one.`
    : `Your agency has no folder "${folder}". Type another part of its name.`
  return { problem, choices }
}
