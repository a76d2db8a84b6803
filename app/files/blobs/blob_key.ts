import type { Instant } from '#app/shared/clock'
import { v7 as uuidv7 } from 'uuid'

/**
 * The opaque key of some bytes: "2026-11-22/05/<uuid>". Its folder is the hour (UTC) in which the bytes were kept, so that
 * whoever looks for what was left behind need only look at recent hours.
 */
export function newBlobKey(asOf: Instant) {
  return `${shardOf(asOf)}/${uuidv7()}`
}

/** "2026-11-22/05" */
export const shardOf = (asOf: Instant) =>
  new Date(asOf).toISOString().slice(0, 13).replace('T', '/')

export const blobKeyPattern = /^\d{4}-\d\d-\d\d\/\d\d\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** When the bytes under a key were kept: a UUIDv7 begins with the time that it was made at. */
export const keptAtOf = (key: string): Instant =>
  Number.parseInt(key.slice(-36).replace('-', '').slice(0, 12), 16)
