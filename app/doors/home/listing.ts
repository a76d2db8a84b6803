import { addressOf, numbered, placeFrom, type Addressed } from '#app/doors/http/forms/place_from'
import { sorts, type Sort, type Wanted } from '#app/files/file_list'
import { soughtIn } from '#app/files/searching/name_part'

const headings: Record<Sort, string> = {
  name: 'Name',
  size: 'Size',
  date: 'Date',
  purged: 'Purged on',
}

/** What the address of a listing asks for. Whatever it does not say, or says wrongly, is the usual. */
export function wantedFrom(asked: Addressed): Wanted {
  return {
    sort: sorts.find((sort) => sort === asked.sort) ?? 'name',
    order: asked.order === 'desc' ? 'desc' : 'asc',
    name: (asked.name && soughtIn(String(asked.name))) || undefined,
    place: placeFrom(asked, numbered),
  }
}

/** The heading of each column, a link that sorts by it; a second click turns the order around. */
export function headingsFor({ sort, order, name }: Wanted) {
  return sorts.map((column) => {
    const isSorted = column === sort
    const next = isSorted && order === 'asc' ? 'desc' : 'asc'
    return {
      label: headings[column],
      isNumber: column === 'size',
      ariaSort: isSorted ? (order === 'asc' ? 'ascending' : 'descending') : undefined,
      address: addressOf({ sort: column, order: next, name }),
    }
  })
}

export const orderOf = ({ sort, order, name }: Wanted): Addressed => ({ sort, order, name })

/** The address of the very page that somebody looks at, without what goes without saying. */
export function sameAgain({ sort, order, name, place }: Wanted) {
  const isUsual = sort === 'name' && order === 'asc'
  return addressOf({ name, ...(!isUsual && { sort, order }) }, place)
}
