import Account from '#app/accounts/account'
import { missingFor } from '#app/accounts/admission'
import { signIn } from '#app/accounts/signing_in/sign_in'
import AccountSession from '#app/accounts/sessions/account_session'
import { decide } from '#app/audit/decide'
import { Refusal } from '#app/audit/refusal'
import File from '#app/files/file'
import { checkQuota } from '#app/files/receiving/quota_check'
import { checkLeave } from '#app/files/receiving/upload_leave'
import type { Upload } from '#app/files/receiving/receive'
import { DamagedFile } from '#app/files/sending/damaged_file'
import { send } from '#app/files/sending/send'
import Folder from '#app/folders/folder'
import { now } from '#app/shared/clock'
import { isSqlite } from '#app/shared/transaction'
import { walk, type Attempt, type Walk } from '#app/support/explanations/explanation'
import { undone } from '#tests/support/database'
import { chance } from '#tests/support/random'
import { StatesOfAccess, type State } from '#tests/support/states_of_access'
import hash from '@adonisjs/core/services/hash'
import { errors } from '@adonisjs/lucid'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { randomInt } from 'node:crypto'

/** One that a failure printed, to be played again. */
const seed = Number(process.env.EXPLANATION_SEED ?? randomInt(2 ** 31))
/** PostgreSQL answers each question over a socket, so it is asked of fewer states. */
const states = () => (isSqlite() ? 10_000 : 2_000)
const atOnce = 200

const people = async (some: State[]) => {
  const accounts = await Account.query()
    .whereIn(
      'id',
      some.map(({ accountId }) => accountId)
    )
    .preload('organization')
    .preload('grants')
  return new Map(accounts.map((account) => [account.id, account]))
}

/** What each of them tries, with the folders and files read together. */
async function attemptsOf(some: State[]) {
  const fileIds = some.flatMap(({ fileId }) => fileId ?? [])
  const folderIds = some.map(({ folderId }) => folderId)
  const read = await File.query().whereIn('id', fileIds).preload('folder')
  const files = new Map(read.map((file) => [file.id, file]))
  const found = await Folder.query().whereIn('id', folderIds)
  const folders = new Map(found.map((folder) => [folder.id, folder]))
  return some.map(({ what, folderId, fileId }): Attempt => {
    if (what === 'see_file') return { what, file: files.get(fileId!)! }
    if (what === 'sign_in' || what === 'sftp') return { what }
    return { what, folder: folders.get(folderId)! }
  })
}

/** What the person then meets: "yes", or the code or words with which the service refuses. */
async function met(account: Account, attempt: Attempt, at: number): Promise<string> {
  const isIn =
    !['sign_in', 'sftp'].includes(attempt.what) &&
    (await AccountSession.liveOf(account, now()).first())
  if (!isIn) {
    const origin = { address: `10.${at >> 16}.${(at >> 8) & 255}.${at & 255}`, requestId: 'test' }
    const attempted = { username: account.username, password: 'right', origin, device: 'test' }
    const signing = await signIn(attempted)
    if ('refused' in signing) return signing.refused
  }
  const missing = await missingFor(account)
  if (missing) return missing.code
  try {
    await reach(account, attempt)
  } catch (error) {
    if (error instanceof Refusal) return error.decision.code
    if (error instanceof errors.E_ROW_NOT_FOUND) return 'folder.unknown'
    /** There are no bytes behind these files: whoever comes so far was let in. */
    if (!(error instanceof DamagedFile)) throw error
  }
  return attempt.what === 'sftp' ? 'sftp.not_offered' : 'yes'
}

async function reach(account: Account, attempt: Attempt) {
  if (attempt.what === 'open_folder') {
    const folder = await Folder.findFor(account, attempt.folder.id)
    const decision = await decide(account, 'folder.list', folder)
    if (!decision.allowed) throw new Refusal(decision)
  }
  if (attempt.what === 'upload') {
    const upload = { sender: account, folder: attempt.folder } as Upload
    await checkLeave(upload)
    await checkQuota(upload, 1)
  }
  if (attempt.what === 'see_file') await send(account, attempt.file)
}

const unspoken = ['sign_in.awaits_activation', 'sign_in.no_password', 'sign_in.directory']
const atSignIn = ['account.inactive', 'organization.suspended']

/** The same in the words of what was met: at the sign-in page codes are not spoken, and several causes sound alike. */
function said({ hindrance, steps }: Walk): string {
  if (!hindrance) return 'yes'
  const { code, sentence, mend } = hindrance
  if (unspoken.includes(code)) return 'User name or password is not correct.'
  if (code.startsWith('sign_in.')) return sentence
  const isSigningIn = steps.some(({ name }) => name === 'lock')
  return isSigningIn && atSignIn.includes(code) ? `${sentence} ${mend}` : code
}

/** The seconds that are left may have become one less. */
const timeless = (words: string) => words.replace(/Wait .*, then/, 'Wait a while, then')

/** What lies behind an answer that hides all, as the state was made. */
function causeIn({ place, grant, isFolderDeleted }: State) {
  if (isFolderDeleted) return 'folder_deleted'
  if (place === 'home_of_other') return 'not_own_home'
  if (grant === 'offered') return 'offered'
  return ['expired', 'ended'].includes(grant) ? 'ended' : 'never'
}

test.group('What “Why can’t she…?” says', (group) => {
  group.each.setup(undone)
  group.each.setup(() => {
    hash.fake()
    return () => hash.restore()
  })

  test('is what then happens, for states that nobody thought of', async ({ assert }) => {
    const count = states()
    const world = await StatesOfAccess.begin(chance(seed))
    const tally = new Map<string, number>()
    for (let from = 0; from < count; from += atOnce) {
      const some = await world.store(Math.min(atOnce, count - from))
      const [asked, trying] = [await people(some), await people(some)]
      const attempts = await attemptsOf(some)
      for (const [at, state] of some.entries()) {
        const attempt = attempts[at]
        const walked = await walk(asked.get(state.accountId)!.wasRead(), attempt)
        const happened = await met(trying.get(state.accountId)!.wasRead(), attempt, from + at)
        const story = () => `EXPLANATION_SEED=${seed}, state ${from + at}: ${JSON.stringify(state)}`
        assert.equal(timeless(said(walked)), timeless(happened), story())

        const { code, cause } = walked.hindrance ?? {}
        if (code === 'folder.unknown' && state.what !== 'see_file')
          assert.equal(cause, causeIn(state), story())
        const kind = `${state.what}: ${cause ?? code ?? 'yes'}`
        tally.set(kind, (tally.get(kind) ?? 0) + 1)
      }
      await db.from('throttles').whereIn('id', ['everywhere']).delete()
    }
    console.log(`    EXPLANATION_SEED=${seed}: ${count} states, ${tally.size} kinds of answer`)
    /** Nothing that can stand in the way was left to chance. */
    assert.isAbove(tally.size, 40)
  }).timeout(600_000)
})
