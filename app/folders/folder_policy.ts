import type Account from '#app/accounts/account'
import { allowed, rule, type Decision } from '#app/audit/decide'
import type Folder from '#app/folders/folder'
import { reaches, reachOf } from '#app/folders/reach'

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
  hidden: true,
} as const satisfies Decision

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
  }
})
