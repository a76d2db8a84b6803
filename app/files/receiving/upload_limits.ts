import type Account from '#app/accounts/account'
import { blobStore } from '#app/files/blobs/current_store'
import { UploadRefused } from '#app/files/receiving/upload_refused'
import { isOlder, now, second } from '#app/shared/clock'
import service from '#config/service'

/** How many uploads one process takes at once, and how many of them for one person. */
export const uploadsAtOnce = { all: 512, each: 128 }

const underWay = new Map<string, number>()
let total = 0

/** Takes a place among the uploads that are under way; answers how to give it back. Throws when there is none. */
export function takePlace(sender: Account) {
  const own = underWay.get(sender.id) ?? 0
  if (own >= uploadsAtOnce.each || total >= uploadsAtOnce.all) throw tooMany()
  underWay.set(sender.id, own + 1)
  total++
  return () => {
    total--
    const left = underWay.get(sender.id)! - 1
    if (left) underWay.set(sender.id, left)
    else underWay.delete(sender.id)
  }
}

export function checkSize(sizeBytes: number) {
  if (sizeBytes > service.uploadMaxBytes) throw tooLarge()
}

/**
 * Keeps a reserve free, in which the database can still write: deleting must work on a full disk (security rule 17).
 * Small files come by the thousand, so what was known a moment ago will do.
 */
export async function checkSpace(neededBytes: number) {
  if (isOlder(known.at, second / 4)) known = { at: now(), free: blobStore().freeBytes() }
  if ((await known.free) - neededBytes < service.reserveBytes) throw noSpace()
}

let known = { at: 0, free: Promise.resolve(Infinity) }

/** The disk's own words, SQLite's and PostgreSQL's. */
const full = ['ENOSPC', 'EDQUOT', 'EFBIG', 'SQLITE_FULL', '53100']

export const isFull = (error: unknown) =>
  full.includes((error as NodeJS.ErrnoException)?.code ?? '')

export const noSpace = (cause?: unknown) =>
  new UploadRefused(
    'upload.no_space',
    'There is no room left for this file on the service.',
    'Files that are here can be opened and deleted as usual. Try again later, or tell the help desk.',
    { cause }
  )

const tooLarge = () =>
  new UploadRefused(
    'upload.too_large',
    `This file is larger than the largest that is taken here (${readable(service.uploadMaxBytes)}).`,
    'Send it in parts, or ask the help desk for another way.'
  )

const tooMany = () =>
  new UploadRefused(
    'upload.too_many',
    'Too many uploads are under way at this moment.',
    'Wait until some of them are done, and upload this one again.'
  )

function readable(sizeBytes: number) {
  const steps = Math.min(4, Math.floor(Math.log2(Math.max(sizeBytes, 1)) / 10))
  const value = sizeBytes / 1024 ** steps
  return `${Number(value.toFixed(1))} ${['bytes', 'KB', 'MB', 'GB', 'TB'][steps]}`
}
