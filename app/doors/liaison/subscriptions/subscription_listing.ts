import { pagesOf, placeFrom } from '#app/doors/http/forms/place_from'
import { levels } from '#app/folders/reach'
import {
  sorts,
  type Sort,
  type WantedSubscriptions,
} from '#app/folders/subscriptions/subscription_list'
import type { Slice } from '#app/shared/place'

type Asked = Record<string, unknown>
type Addressed = Record<string, string | undefined>

const labels: Record<Sort, string> = {
  person: 'Person',
  folder: 'Folder',
  since: 'Since',
  until: 'Until',
}

/** What the address of the list asks for. Whatever it does not say, or says wrongly, is the usual. */
export function wantedFrom(asked: Asked): WantedSubscriptions {
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  return {
    side: asked.side === 'elsewhere' ? 'elsewhere' : 'ours',
    search: text(asked.search).slice(0, 100).trim() || undefined,
    level: levels.find((level) => level === asked.level),
    isAcross: asked.across === 'yes',
    isEnding: asked.ending === 'yes',
    sort: sorts.find((sort) => sort === asked.sort) ?? 'person',
    order: asked.order === 'desc' ? 'desc' : 'asc',
    place: placeFrom(asked),
  }
}

/** What the list was asked for, as it stands in the address of another page of it. */
const said = ({
  side,
  search,
  level,
  isAcross,
  isEnding,
  sort,
  order,
}: WantedSubscriptions): Addressed => ({
  side: side === 'ours' ? undefined : side,
  search,
  level,
  across: isAcross ? 'yes' : undefined,
  ending: isEnding ? 'yes' : undefined,
  sort,
  order,
})

export const pagesFor = (listing: Slice<unknown>, wanted: WantedSubscriptions) =>
  pagesOf(listing, said(wanted))

/** The heading of each column that sorts; a second click turns the order around. */
export function headingsFor(wanted: WantedSubscriptions) {
  const link = (sort: Sort) => {
    const isSorted = sort === wanted.sort
    const order = isSorted && wanted.order === 'asc' ? 'desc' : 'asc'
    const rest = Object.entries(said({ ...wanted, sort, order })).filter(([, value]) => value)
    return {
      label: labels[sort],
      address: `?${new URLSearchParams(rest as [string, string][])}`,
      ariaSort: isSorted ? (wanted.order === 'asc' ? 'ascending' : 'descending') : undefined,
    }
  }
  return {
    person: link('person'),
    folder: link('folder'),
    since: link('since'),
    until: link('until'),
  }
}
