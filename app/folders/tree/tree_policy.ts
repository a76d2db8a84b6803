import { keepsFolders, notOurs } from '#app/accounts/administration'
import type { Actor } from '#app/audit/actor'
import { allowed, rule, type Decision } from '#app/audit/decide'
import type Folder from '#app/folders/folder'
import type FolderDeletion from '#app/folders/tree/folder_deletion'
import { isInTree } from '#app/folders/tree/tree'
import type Organization from '#app/organizations/organization'
import type { Trx } from '#app/shared/transaction'

declare module '#app/audit/decide' {
  interface Actions {
    'folder.browse': Organization
    'folder.create': Folder
    'folder.rename': Folder
    'folder.configure': Folder
    'folder.move': Folder
    'folder.remove': Folder
    'folder.recover': FolderDeletion
    'folder_template.keep': Organization
  }
}

/** A deleted folder is left alone until it is recovered. */
export const isGone = {
  allowed: false,
  code: 'folder.deleted',
  sentence: 'This folder is deleted.',
  mend: 'Recover it under Deleted folders first.',
} as const satisfies Decision

const isTop = {
  allowed: false,
  code: 'folder.root',
  sentence: 'The agency’s own folder cannot be renamed, moved or deleted.',
  mend: 'Who runs the service can change the short name of the agency.',
} as const satisfies Decision

/** Home folders are their owners' alone. */
async function keeps(actor: Actor, folder: Folder, trx?: Trx): Promise<Decision> {
  const keeping = keepsFolders(actor, folder.organizationId)
  if (!keeping.allowed) return keeping
  if (folder.isDeleted) return isGone
  return (await isInTree(folder, trx)) ? allowed : notOurs
}

async function keepsBelowTop(actor: Actor, folder: Folder, trx?: Trx) {
  const keeping = await keeps(actor, folder, trx)
  return keeping.allowed && folder.isRoot ? isTop : keeping
}

rule('folder.browse', (actor, organization) => keepsFolders(actor, organization.id))
rule('folder.create', keeps)
rule('folder.configure', keeps)
rule('folder.rename', keepsBelowTop)
rule('folder.move', keepsBelowTop)
rule('folder.remove', keepsBelowTop)
rule('folder.recover', (actor, deletion) => keepsFolders(actor, deletion.organizationId))
rule('folder_template.keep', (actor, organization) => keepsFolders(actor, organization.id))
