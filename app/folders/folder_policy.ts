import type Account from '#app/accounts/account'
import { liaisonsIn } from '#app/accounts/liaisons/liaison_list'
import type { Actor } from '#app/audit/actor'
import { allowed, rule, type Decision } from '#app/audit/decide'
import type Folder from '#app/folders/folder'
import { reachedBefore, reaches, reachOf } from '#app/folders/reach'
import type { Trx } from '#app/shared/transaction'

declare module '#app/audit/decide' {
  interface Actions {
    'folder.list': Folder
    'folder.upload': Folder
  }
}

/** The answer for a folder that a person does not reach: it does not exist. */
export const unknown = {
  allowed: false,
  code: 'folder.unknown',
  sentence: 'There is nothing here that you can open.',
  mend: 'The liaison of the folder can subscribe a person to it.',
  by: 'folder_liaison',
  hidden: true,
} as const satisfies Decision

/** The same, except for who reached the folder until it was deleted: they hear who can bring it back. */
export async function unknownOrDeleted(
  actor: Actor,
  folder: Folder,
  trx?: Trx
): Promise<Extract<Decision, { allowed: false }>> {
  if (!folder.isDeleted || !(await reachedBefore(actor as Account, folder, trx))) return unknown
  const [liaison] = await liaisonsIn([folder.organizationId], trx)
  return {
    allowed: false,
    code: 'folder.deleted',
    sentence: 'The folder of this file is deleted, so the file cannot be restored.',
    mend: `${liaison?.fullName ?? 'The liaison of the folder'}, SFT Liaison, can recover the folder.`,
    by: 'folder_liaison',
  }
}

rule('folder.list', async (actor, folder, trx) =>
  (await reachOf(actor as Account, folder, trx)) ? allowed : unknown
)

rule('folder.upload', async (actor, folder, trx) => {
  const reach = await reachOf(actor as Account, folder, trx)
  if (!reach) return unknown
  if (reaches(reach, 'contributor')) return allowed
  return {
    allowed: false,
    code: 'folder.viewer_only',
    sentence: 'You can view and download here, but not upload.',
    mend: 'The liaison of the folder can make you a contributor.',
    by: 'folder_liaison',
  }
})
