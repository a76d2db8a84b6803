import type Account from '#app/accounts/account'
import { permit } from '#app/audit/decide'
import { describe } from '#app/audit/describe'
import { findEntries, type Entry, type Sought } from '#app/audit/entries'
import { actorsOf, type ActorTold } from '#app/files/activity/activity_actors'
import { filesToldTo, type FileTold } from '#app/files/activity/open_names'
import type { Instant } from '#app/shared/clock'
import { pageSize, slice, type Place } from '#app/shared/place'

export type ActivityQuestion = Omit<Sought, 'organizationId' | 'events'>

/** One thing that happened, in a sentence. */
export interface Activity {
  id: string
  at: Instant
  sentence: string
  isRefused: boolean
  /** Only of own people. */
  address: string | null
}

/** What happened in an organization, the latest first. */
export async function listActivity(liaison: Account, question: ActivityQuestion, place: Place) {
  await permit(liaison, 'activity.list', liaison.organization)
  const page = slice(await read(liaison, question, place, pageSize + 1), place, ({ id }) => id)
  return { ...page, rows: await told(liaison, page.rows) }
}

/** All of it in the same order, some hundred at a time. */
export async function* allActivity(liaison: Account, question: ActivityQuestion) {
  await permit(liaison, 'activity.list', liaison.organization)
  const atOnce = 500
  let place: Place = {}
  while (true) {
    const entries = await read(liaison, question, place, atOnce)
    yield await told(liaison, entries)
    if (entries.length < atOnce) return
    place = { after: entries.at(-1)!.id }
  }
}

const read = (
  { organizationId }: Account,
  question: ActivityQuestion,
  place: Place,
  limit: number
) => findEntries({ ...question, organizationId }, place, limit)

/** What has the name of a file for its subject. */
const fileTypes = ['file', 'held_upload']

async function told(liaison: Account, entries: Entry[]): Promise<Activity[]> {
  const ofFiles = entries.filter(({ subjectType }) => fileTypes.includes(subjectType ?? ''))
  const files = await filesToldTo(
    liaison,
    ofFiles.map(({ subjectId }) => subjectId!)
  )
  const actors = await actorsOf(liaison, entries)
  return entries.map((entry) => ({
    id: entry.id,
    at: entry.createdAt,
    sentence: describe({
      ...entry,
      actorName: nameOf(entry, actors),
      subjectName: subjectOf(entry, files),
    }),
    isRefused: entry.isRefused,
    address: hasOwnAddress(entry, actors) ? entry.address : null,
  }))
}

function subjectOf({ subjectType, subjectId, subjectName }: Entry, files: Map<string, FileTold>) {
  if (!fileTypes.includes(subjectType ?? '')) return subjectName
  const file = files.get(subjectId!)
  if (!file) return 'a file'
  return file.name === null ? `a file (${file.code})` : subjectName
}

/** Whom nobody agreed to let in stays unknown, also when they tried; who shares, or ends what was shared, says so by name. */
const nameOf = ({ event, actorId, actorName }: Entry, actors: Map<string, ActorTold>) =>
  actorId && !event.startsWith('consent.') && actors.get(actorId) === 'stranger'
    ? 'Somebody of another organization'
    : actorName

/** Of who belongs here, and of who tried to sign in as one of them. */
const hasOwnAddress = ({ actorId, event, subjectType }: Entry, actors: Map<string, ActorTold>) =>
  actorId
    ? actors.get(actorId) === 'own'
    : event.startsWith('sign_in.') && subjectType === 'account'
