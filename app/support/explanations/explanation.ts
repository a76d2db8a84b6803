import type Account from '#app/accounts/account'
import AccountSession from '#app/accounts/sessions/account_session'
import { permit } from '#app/audit/decide'
import type File from '#app/files/file'
import type Folder from '#app/folders/folder'
import { now } from '#app/shared/clock'
import type { Hindrance } from '#app/support/explanations/hindrance'
import { mendersOf } from '#app/support/explanations/menders'
import {
  gettingIn,
  openingFolder,
  seeingFile,
  sftp,
  signingIn,
  uploadingTo,
  type Answer,
  type Question,
} from '#app/support/explanations/questions'

/** What somebody tries, as a caller says it. */
export type Attempt =
  | { what: 'sign_in' }
  | { what: 'sftp' }
  | { what: 'open_folder'; folder: Folder }
  | { what: 'upload'; folder: Folder }
  | { what: 'see_file'; file: File }
type Aim = Exclude<Attempt, { what: 'sign_in' } | { what: 'sftp' }>

interface Step {
  name: string
  title: string
  state: 'passed' | 'unsure' | 'fails' | 'not_reached'
  hindrance?: Hindrance
}

/** The way that somebody's attempt goes, up to the first thing that stands in it. */
export interface Walk {
  steps: Step[]
  hindrance: Hindrance | null
}

/** "Why can't she…?": the walk, who can mend what stands in the way, with their contact now, and a sentence to read aloud. */
export async function explain(by: Account, account: Account, attempt: Attempt) {
  await permit(by, 'account.assist', account)
  const walked = await walk(account, attempt)
  const { hindrance } = walked
  return {
    ...walked,
    menders: hindrance ? await mendersOf(hindrance.by, account, attempt) : [],
    aloud: hindrance ? await aloud(hindrance, account, attempt) : nothingFound(walked.steps),
  }
}

/** With the name and the number of whoever the caller can turn to, unless the caller or the desk can mend it. */
async function aloud({ aloud: words, refersTo }: Hindrance, account: Account, attempt: Attempt) {
  if (refersTo === 'self' || refersTo === 'help_desk') return words
  const [first] = await mendersOf(refersTo, account, attempt)
  if (first.name === account.fullName) return words
  return `${words} Please turn to ${[first.name, first.phone ?? first.email].filter(Boolean).join(', ')}.`
}

/** Asks what the attempt itself would ask, in that order, and stops where it would. */
export async function walk(account: Account, attempt: Attempt): Promise<Walk> {
  const steps: Step[] = []
  let hindrance: Hindrance | null = null
  for (const { name, title, ask } of await questionsFor(account, attempt)) {
    if (hindrance) {
      steps.push({ name, title, state: 'not_reached' })
      continue
    }
    const answer: Answer = await ask(account)
    if (answer === null) steps.push({ name, title, state: 'passed' })
    else if (answer === 'unsure') steps.push({ name, title, state: 'unsure' })
    else {
      hindrance = answer
      steps.push({ name, title, state: 'fails', hindrance: answer })
    }
  }
  return { steps, hindrance }
}

async function questionsFor(account: Account, attempt: Attempt): Promise<Question[]> {
  if (attempt.what === 'sign_in') return [...signingIn, ...gettingIn]
  if (attempt.what === 'sftp') return [...signingIn, ...gettingIn, sftp]
  const entry = (await isSignedIn(account)) ? [alreadyIn] : signingIn
  return [...entry, ...gettingIn, ...aimOf(attempt)]
}

function aimOf(attempt: Aim) {
  if (attempt.what === 'see_file') return [seeingFile(attempt.file)]
  return attempt.what === 'upload' ? uploadingTo(attempt.folder) : [openingFolder(attempt.folder)]
}

/** Whoever is in already is asked for no password. */
const alreadyIn: Question = {
  name: 'session',
  title: 'The person is signed in now',
  ask: () => null,
}

async function isSignedIn(account: Account) {
  return (await AccountSession.liveOf(account, now()).first()) !== null
}

const nothingFound = (steps: Step[]) =>
  steps.some(({ state }) => state === 'unsure')
    ? 'From here nothing stands in your way. Please try once more, with capitals and small letters as they are; if the password is not taken, I can have a link mailed to you.'
    : 'From here nothing stands in your way. Please try once more, and read me what stands on the screen.'
