import type Account from '#app/accounts/account'
import { gates, missingAt, type GateName } from '#app/accounts/admission'
import { lockOf, overPassword, passwordlessness } from '#app/accounts/signing_in/hindrances'
import { decide, type Decision } from '#app/audit/decide'
import type File from '#app/files/file'
import { overQuota } from '#app/files/receiving/quota_check'
import { checkSpace } from '#app/files/receiving/upload_limits'
import { UploadRefused } from '#app/files/receiving/upload_refused'
import { whyNotOpen } from '#app/files/why_not_open'
import type Folder from '#app/folders/folder'
import { roomAt } from '#app/folders/tree/quota'
import { whyNoReach } from '#app/folders/why_no_reach'
import { behind } from '#app/support/explanations/causes'
import { hindranceOf, type Hindrance } from '#app/support/explanations/hindrance'
import { sftpDoor } from '#app/support/explanations/sftp_door'

type No = Extract<Decision, { allowed: false }>
/** Null: this does not stand in the way. `unsure`: nobody but the person can tell. */
export type Answer = Hindrance | 'unsure' | null

/** One thing that must be so, and who decides whether it is: always the function that decides it for the person, too. */
export interface Question {
  name: string
  /** What must be so, in words. */
  title: string
  ask: (account: Account) => Answer | Promise<Answer>
}

const told = (no: No | null) => no && hindranceOf(no)

/** In the order of `signIn`. */
export const signingIn: Question[] = [
  {
    name: 'lock',
    title: 'Failed tries do not hold up the sign-in',
    ask: async (account) => told(await lockOf(account)),
  },
  {
    name: 'password',
    title: 'The user name and the password are right',
    ask: async (account) => told(await passwordlessness(account)) ?? 'unsure',
  },
  {
    name: 'first_password',
    title: 'The first password has not run out',
    ask: (account) => told(overPassword(account)),
  },
]

const gateTitles: Record<GateName, string> = {
  active_account: 'The account is active',
  active_organization: 'The organization is not suspended',
  current_password: 'The password need not be changed first',
  application_subscription: 'The organization is subscribed to the service',
  accepted_terms: 'The organization has accepted the current terms',
}

/** The rule of getting in, whoever keeps its gates. */
export const gettingIn: Question[] = gates.map((name) => ({
  name,
  title: gateTitles[name],
  ask: async (account) => told(await missingAt(name, account)),
}))

export const openingFolder = (folder: Folder): Question => ({
  name: 'folder',
  title: 'The folder is open to the person',
  ask: async (account) =>
    throughFolder(await decide(account, 'folder.list', folder), account, folder),
})

export const uploadingTo = (folder: Folder): Question[] => [
  {
    name: 'upload',
    title: 'The person may upload there',
    ask: async (account) =>
      throughFolder(await decide(account, 'folder.upload', folder), account, folder),
  },
  {
    name: 'space',
    title: 'The service has room for another file',
    ask: () => space(),
  },
  {
    name: 'quota',
    title: 'The folder’s quota leaves room for another file',
    ask: async () =>
      (await roomAt(folder.lineageIds)) < 1 ? full(overQuota(), 'folder_liaison') : null,
  },
]

export const seeingFile = (file: File): Question => ({
  name: 'file',
  title: 'The file is open to the person',
  async ask(account) {
    const decision = await decide(account, 'file.download', file)
    if (decision.allowed) return null
    if (!decision.hidden) return hindranceOf(decision)
    return behind(decision.code, await whyNotOpen(account, file))
  },
})

export const sftp: Question = {
  name: 'sftp',
  title: 'SFTP is open here',
  ask() {
    const decision = sftpDoor()
    return decision.allowed ? null : hindranceOf(decision)
  },
}

async function throughFolder(decision: Decision, account: Account, folder: Folder) {
  if (decision.allowed) return null
  if (!decision.hidden) return hindranceOf(decision)
  return behind(decision.code, await whyNoReach(account, folder))
}

const full = ({ decision }: UploadRefused, by: Hindrance['by']) => hindranceOf({ ...decision, by })

/** Asked as an upload asks it, which is told by an exception. */
async function space() {
  try {
    await checkSpace(1)
    return null
  } catch (error) {
    if (error instanceof UploadRefused) return full(error, 'operator')
    throw error
  }
}
