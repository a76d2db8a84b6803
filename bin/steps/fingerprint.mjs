import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inRoot } from './place.mjs'

/** What something was made from, as one number: the same contents give the same number on every machine. */
export function fingerprint(places) {
  const hash = createHash('sha256')
  for (const path of places.flatMap(filesUnder).sort()) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(inRoot(path)))
      .update('\0')
  }
  return hash.digest('hex')
}

function filesUnder(place) {
  if (!existsSync(inRoot(place))) return []
  if (!statSync(inRoot(place)).isDirectory()) return [place]
  return readdirSync(inRoot(place)).flatMap((name) => filesUnder(join(place, name)))
}

const noteIn = (folder) => inRoot(folder, '.made-from')

/** Whether a folder was made from exactly these places as they are now. */
export function isFresh(folder, places) {
  return existsSync(noteIn(folder)) && readFileSync(noteIn(folder), 'utf8') === fingerprint(places)
}

export function noteDown(folder, places) {
  if (existsSync(inRoot(folder))) writeFileSync(noteIn(folder), fingerprint(places))
}
