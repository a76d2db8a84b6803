import { sorts, type Sort, type WantedAccounts } from '#app/accounts/keeping/account_list'
import { filters, type Filter } from '#app/accounts/keeping/account_search'
import { addressOf, placeFrom, type Addressed } from '#app/doors/http/forms/place_from'

const headings: Record<Sort, string> = {
  name: 'Name',
  username: 'User Name',
  signed_in: 'Last sign-in',
  ends: 'Ends',
}

const filterNames: Record<Filter, string> = {
  active: 'Active',
  locked: 'Locked',
  must_change: 'Must change password',
  never_signed_in: 'Never signed in',
  inactive: 'Inactive for 90 days',
  outside: 'Outside partner',
  expiring: 'Ends within 30 days',
  deactivated: 'Deactivated or ended',
}

/** The choices of the list, all of them first. */
export const filterOptions = [
  { value: '', label: 'All accounts' },
  ...Object.entries(filterNames).map(([value, label]) => ({ value, label })),
]

/** What the address of the list asks for. Whatever it does not say, or says wrongly, is the usual. */
export function wantedFrom(asked: Record<string, unknown>): WantedAccounts {
  const said = (name: string) => (typeof asked[name] === 'string' ? asked[name] : undefined)
  const filter = said('show')
  return {
    search: said('search')?.replaceAll('\0', '').trim().slice(0, 200) || undefined,
    filter: filter && Object.hasOwn(filters, filter) ? (filter as Filter) : undefined,
    sort: sorts.find((sort) => sort === said('sort')) ?? 'name',
    order: said('order') === 'desc' ? 'desc' : 'asc',
    place: placeFrom(asked),
  }
}

/** What stays when somebody turns a page. */
export const keptOf = ({ search, filter, sort, order }: WantedAccounts): Addressed => ({
  search,
  show: filter,
  sort,
  order,
})

/** The heading of each column, a link that sorts by it; a second click turns the order around. */
export function headingsFor(wanted: WantedAccounts) {
  return sorts.map((column) => {
    const isSorted = column === wanted.sort
    const next = isSorted && wanted.order === 'asc' ? 'desc' : 'asc'
    return {
      label: headings[column],
      ariaSort: isSorted ? (wanted.order === 'asc' ? 'ascending' : 'descending') : undefined,
      address: addressOf({ ...keptOf(wanted), sort: column, order: next }),
    }
  })
}
