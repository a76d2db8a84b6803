import type Account from '#app/accounts/account'
import { missingFor } from '#app/accounts/admission'
import { decide } from '#app/audit/decide'
import { pageNamed } from '#app/doors/http/forms/page_of_form'
import Folder from '#app/folders/folder'
import { myFolders, stepsTo } from '#app/folders/my_folders'
import { reachOf } from '#app/folders/reach'
import { isId } from '#app/shared/place'
import type { HttpContext } from '@adonisjs/core/http'

/** What somebody does on a page, by the beginning of its address; the first that fits says it. */
const doings: [begins: string, words: string][] = [
  ['/home', 'Using my home folder'],
  ['/folders', 'Looking for a folder'],
  ['/files', 'Looking at a file'],
  ['/deleted', 'Getting a deleted file back'],
  ['/waybills', 'Looking for a waybill'],
  ['/password', 'Changing my password'],
  ['/terms', 'Reading the terms and conditions'],
  ['/profile', 'Using my profile'],
  ['/dashboard', 'Using the dashboard'],
  ['/liaison/accounts', 'Working with accounts, as a liaison'],
  ['/liaison/folders', 'Working with folders, as a liaison'],
  ['/liaison/subscriptions', 'Giving somebody access, as a liaison'],
  ['/liaison', 'Working in the liaison workspace'],
  ['/help-desk', 'Working in the help desk console'],
  ['/operations', 'Working in the operations console'],
]

/** What the person was doing, in words, from the page of ours that they came from; empty if that says nothing. */
export async function cameFrom({ auth, request }: HttpContext) {
  const [path = ''] = (pageNamed(request) ?? '').split('?')
  const [, id] = /^\/folders\/([^/]+)/.exec(path) ?? []
  const inFolder = isId(id) ? await folderInWords(auth.getUserOrFail(), id) : undefined
  return inFolder ?? doings.find(([begins]) => isBelow(path, begins))?.[1] ?? ''
}

const isBelow = (path: string, begins: string) => path === begins || path.startsWith(`${begins}/`)

/** "Uploading to /DOL/SRR/Incoming". Only a folder that would open now is named, whatever the browser says. */
async function folderInWords(account: Account, id: string) {
  const folder = await Folder.find(id)
  if (!folder || (await missingFor(account)) || !(await reachOf(account, folder))) return undefined
  if (folder.ownerId === account.id) return 'Using my home folder'
  const steps = await stepsTo(account, folder, await myFolders(account))
  const path = steps.map(({ name }) => `/${name}`).join('')
  const uploading = await decide(account, 'folder.upload', folder)
  return `${uploading.allowed ? 'Uploading to' : 'Looking at'} ${path}`.slice(0, 500)
}
