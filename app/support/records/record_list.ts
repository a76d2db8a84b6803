import type { Instant } from '#app/shared/clock'
import { nameKey } from '#app/shared/names'
import { isBackward, pageSize, slice, type Place, type Slice } from '#app/shared/place'
import { audienceOf, type Reader } from '#app/support/audience'
import {
  publishedEditions,
  wordsOf,
  type PublishedEdition,
} from '#app/support/records/published_editions'

/** A quick reference as the list shows it. */
export interface ListedRecord {
  /** Of the program, and so of its quick reference. */
  id: string
  name: string
  agency: { id: string; name: string; shortName: string }
  publishedAt: Instant
}

/**
 * The quick references of which something is for this reader and in which all the words stand, by agency and name. Looked for
 * in what the reader may know, and in nothing else: a hit would tell what is hidden.
 */
export async function findRecords(
  reader: Reader,
  search: string,
  place: Place = {}
): Promise<Slice<ListedRecord>> {
  const words = nameKey(search).split(/\s+/).filter(Boolean)
  const found: PublishedEdition[] = []
  for (const edition of await publishedEditions()) {
    const text = await wordsOf(edition, audienceOf(reader, edition.agency.id))
    const all = text && `${edition.key}\n${text}`
    if (all && words.every((word) => all.includes(word))) found.push(edition)
  }
  return slice(partOf(found, place), place, ({ id }) => id)
}

/** Every program whose quick reference has something for this reader, by agency and name: for a list to choose from. */
export async function programsFor(reader: Reader) {
  const found: PublishedEdition[] = []
  for (const edition of await publishedEditions()) {
    if (await wordsOf(edition, audienceOf(reader, edition.agency.id))) found.push(edition)
  }
  return found
}

/** What is read from a place on, in its direction, and one more that says whether it goes on. */
function partOf(found: PublishedEdition[], place: Place) {
  const key = place.after ?? place.before
  const at = found.findIndex(({ id }) => id === key)
  const most = pageSize + 1
  if (!isBackward(place)) return found.slice(at + 1, at + 1 + most)
  const end = at < 0 ? found.length : at
  return found.slice(Math.max(0, end - most), end).reverse()
}
