import type Account from '#app/accounts/account'
import { permit } from '#app/audit/decide'
import { findEntries, type Entry } from '#app/audit/entries'
import type { Event } from '#app/audit/events'
import { filesToldTo, type FileTold } from '#app/files/activity/open_names'
import { waitingFiles } from '#app/files/activity/waiting_files'
import { placesAsOf, pathOf, type Place as FolderPlace } from '#app/folders/access/access_as_of'
import { now, type Instant } from '#app/shared/clock'
import { pageSize, slice, type Place } from '#app/shared/place'
import db from '@adonisjs/lucid/services/db'

export const directions = ['came', 'went', 'waits'] as const
export type Direction = (typeof directions)[number]

export interface TransferQuestion {
  direction: Direction
  from: Instant
  /** Exclusive. */
  to: Instant
}

/** A file that came or went, or that nobody has picked up. */
export interface Transfer {
  /** Of the entry, or of the file that waits. */
  id: string
  at: Instant
  what: string
  who: string
  fileId: string | null
  /** Null where this liaison may not open the file. */
  name: string | null
  code: string | null
  isThere: boolean
  folder: string
  sizeBytes: number | null
}

const eventsOf: Record<'came' | 'went', Event[]> = {
  came: ['file.received'],
  went: ['file.downloaded', 'file.viewed'],
}

const words: Record<string, string> = {
  'file.received': 'Uploaded',
  'file.downloaded': 'Downloaded',
  'file.viewed': 'Viewed',
}

export async function listTransfers(liaison: Account, question: TransferQuestion, place: Place) {
  await permit(liaison, 'transfer.list', liaison.organization)
  const rows = await read(liaison, question, place, pageSize + 1)
  const page = slice(rows, place, ({ id }) => id)
  return { ...page, rows: await told(liaison, page.rows) }
}

/** All of them in the same order, some hundred at a time. */
export async function* allTransfers(liaison: Account, question: TransferQuestion) {
  await permit(liaison, 'transfer.list', liaison.organization)
  const atOnce = 500
  let place: Place = {}
  while (true) {
    const rows = await read(liaison, question, place, atOnce)
    yield await told(liaison, rows)
    if (rows.length < atOnce) return
    place = { after: rows.at(-1)!.id }
  }
}

export interface Moved {
  id: string
  at: Instant
  event: string
  who: string
  fileId: string | null
  sizeBytes: number | null
}

async function read(
  liaison: Account,
  question: TransferQuestion,
  place: Place,
  limit: number
): Promise<Moved[]> {
  const { organizationId } = liaison
  const { direction, from, to } = question
  if (direction === 'waits') return waitingFiles({ organizationId, from, to }, place, limit)
  const events = eventsOf[direction]
  const entries = await findEntries({ organizationId, events, from, to }, place, limit)
  return entries.map(movedOf)
}

const movedOf = ({ id, createdAt, event, actorName, subjectId, details }: Entry): Moved => ({
  id,
  at: createdAt,
  event,
  who: actorName,
  fileId: subjectId,
  sizeBytes: details.sizeBytes ?? null,
})

async function told(liaison: Account, rows: Moved[]): Promise<Transfer[]> {
  const ids = rows.map(({ fileId }) => fileId).filter((id) => id !== null)
  const files = await filesToldTo(liaison, ids)
  const folders = await foldersIn([...files.values()])
  return rows.map(({ event, fileId, ...row }) => {
    const file = fileId ? files.get(fileId) : undefined
    return {
      ...row,
      what: words[event],
      fileId,
      name: file?.name ?? null,
      code: file?.code ?? null,
      isThere: file?.isThere ?? false,
      folder: (file && folders.get(file.folderId)) ?? 'A deleted folder',
    }
  })
}

/** By path; a home by whose it is. */
async function foldersIn(files: FileTold[]) {
  const places = await placesAsOf(
    files.map(({ folderId }) => folderId),
    now()
  )
  const tops = [...places.values()].map(({ way }) => way[0].id)
  const homes = tops.length
    ? await db
        .from('folders')
        .whereIn('id', [...new Set(tops)])
        .whereNotNull('owner_id')
        .select('id')
    : []
  const isHome = new Set(homes.map(({ id }) => id))
  const nameOf = (place: FolderPlace) =>
    isHome.has(place.way[0].id)
      ? `Home of ${place.way.map(({ name }) => name).join('/')}`
      : pathOf(place)
  return new Map([...places.values()].map((place) => [place.id, nameOf(place)]))
}
