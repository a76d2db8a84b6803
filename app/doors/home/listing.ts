import { sorts, type Sort, type Wanted } from '#app/files/file_list'
import { soughtIn } from '#app/files/name_part'
import type { Place } from '#app/shared/place'

type Addressed = Record<string, string | undefined>

const key = /^(-?\d{1,16}\.)?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
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
    place: placeFrom(asked),
  }
}

/** Where a page of any list begins. */
export function placeFrom({ after, before, at }: Addressed): Place {
  if (after && key.test(after)) return { after }
  if (before && key.test(before)) return { before }
  return at === 'last' ? { last: true } : {}
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

/** The addresses of the neighbouring pages. */
export function pagesOf(
  { first, previous, next, last }: { [page in 'first' | 'previous' | 'next' | 'last']?: Place },
  rest: Addressed = {}
) {
  const to = (place?: Place) => place && addressOf(rest, place)
  return { first: to(first), previous: to(previous), next: to(next), last: to(last) }
}

export const orderOf = ({ sort, order, name }: Wanted): Addressed => ({ sort, order, name })

/** The address of the very page that somebody looks at, without what goes without saying. */
export function sameAgain({ sort, order, name, place }: Wanted) {
  const isUsual = sort === 'name' && order === 'asc'
  return addressOf({ name, ...(!isUsual && { sort, order }) }, place)
}

function addressOf(rest: Addressed, { after, before, last }: Place = {}) {
  const said = Object.entries({ ...rest, after, before, at: last ? 'last' : undefined })
  const search = new URLSearchParams(said.filter(([, value]) => value) as [string, string][])
  return search.size ? `?${search}` : ''
}
