import type Account from '#app/accounts/account'
import { allowed, rule, type Decision } from '#app/audit/decide'
import type File from '#app/files/file'
import type FileVersion from '#app/files/file_version'
import type HeldUpload from '#app/files/receiving/held_upload'
import { unknown, unknownOrDeleted } from '#app/folders/folder_policy'
import { reaches, reachOf } from '#app/folders/reach'
import type { Actor } from '#app/audit/actor'
import type { Trx } from '#app/shared/transaction'

declare module '#app/audit/decide' {
  interface Actions {
    'file.view': File
    'file.download': File
    'file.delete': File
    'file.restore': File
    'file.destroy': File
    'file.revert': File
    'file.trace': File
    'upload.settle': HeldUpload
  }
}

/** Whether a file exists for a person: in a drop-off folder contributors see only what they sent themselves. */
export async function mayKnowOf(account: Account, file: File, trx?: Trx) {
  const reach = await reachOf(account, file.folder, trx)
  if (!reach) return false
  return !file.folder.isDropOff || reaches(reach, 'manager') || file.senderId === account.id
}

/** The same for an earlier version: another contributor may have sent it to the same name of a drop-off folder. */
export async function mayKnowOfVersion(
  account: Account,
  file: File,
  version: FileVersion,
  trx?: Trx
) {
  if (!file.folder.isDropOff || version.senderId === account.id) return true
  return reaches(await reachOf(account, file.folder, trx), 'manager')
}

async function mayOpen(actor: Actor, file: File, trx?: Trx): Promise<Decision> {
  const known = await mayKnowOf(actor as Account, file, trx)
  return known && !file.isDeleted ? allowed : unknown
}

async function mayDelete(actor: Actor, file: File, trx?: Trx): Promise<Decision> {
  if (!(await mayKnowOf(actor as Account, file, trx))) return unknown
  const reach = await reachOf(actor as Account, file.folder, trx)
  const isOwn = file.senderId === actor.id && reaches(reach, 'contributor')
  if (isOwn || reaches(reach, 'manager')) return allowed
  return {
    allowed: false,
    code: 'file.not_own',
    sentence: 'Only who uploaded this file, or a manager of the folder, can delete or restore it.',
    mend: 'The liaison of the folder can do it for you.',
  }
}

/** Whoever uploads to a name that is taken becomes the file's sender, but what others sent before is not theirs to remove. */
async function mayRemove(actor: Actor, file: File, trx?: Trx): Promise<Decision> {
  const deletion = await mayDelete(actor, file, trx)
  const reach = await reachOf(actor as Account, file.folder, trx)
  if (!deletion.allowed || reaches(reach, 'manager')) return deletion
  if (await isAllFrom(actor, file, trx)) return allowed
  return {
    allowed: false,
    code: 'file.versions_not_own',
    sentence:
      'Somebody else uploaded another version of it: only a manager of the folder can delete it.',
    mend: 'The liaison of the folder can do it for you.',
  }
}

async function isAllFrom(actor: Actor, file: File, trx?: Trx) {
  const versions = file.related('versions').query()
  if (trx) versions.useTransaction(trx)
  return !(await versions.whereNot('senderId', actor.id!).first())
}

rule('file.view', mayOpen)
rule('file.download', mayOpen)
rule('file.delete', mayRemove)
rule('file.restore', (actor, file, trx) =>
  file.folder.isDeleted ? unknownOrDeleted(actor, file.folder, trx) : mayDelete(actor, file, trx)
)
rule('file.destroy', mayRemove)

rule('file.revert', async (actor, file, trx) => {
  const deletion = await mayDelete(actor, file, trx)
  return deletion.allowed && file.isDeleted ? unknown : deletion
})

/** Who viewed and downloaded a file is for its sender and for those who manage its folder. */
rule('file.trace', async (actor, file, trx) => {
  if (!(await mayKnowOf(actor as Account, file, trx))) return unknown
  const reach = await reachOf(actor as Account, file.folder, trx)
  if (file.senderId === actor.id || reaches(reach, 'manager')) return allowed
  return {
    allowed: false,
    code: 'file.trace_not_own',
    sentence: 'Only who uploaded this file, or a manager of the folder, can see who opened it.',
  }
})

rule('upload.settle', (actor, held) => (held.accountId === actor.id ? allowed : unknown))
