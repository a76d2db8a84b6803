import { pagesOf, placeFrom } from '#app/doors/http/forms/place_from'
import type { Place, Slice } from '#app/shared/place'
import { numberFrom } from '#app/support/requests/help_request'
import type { Shown, WantedRequests } from '#app/support/requests/help_request_list'

/** The lists that may be asked for, in the order in which they are offered, each with its name. */
export type Offered = Partial<Record<Shown, string>>

/** What the address of a list of help requests asks for. Whoever looks for something finds it in any state, by number in any case. */
export function requestsAsked(qs: Record<string, unknown>, offered: Offered): WantedRequests {
  const said = (name: string) => (typeof qs[name] === 'string' ? qs[name] : undefined)
  const search = said('search')?.replaceAll('\0', '').trim().slice(0, 200) || undefined
  const shown = Object.keys(offered) as Shown[]
  const isNumber = search !== undefined && numberFrom(search) !== null
  const chosen = isNumber ? undefined : shown.find((one) => one === said('show'))
  const show = chosen ?? (search ? 'all' : shown[0])
  return { search, show, at: placeFrom(qs) }
}

/** What the page of the list needs besides its rows. */
export function listingOf(
  { search, show }: WantedRequests,
  offered: Offered,
  list: Slice<unknown> & { first?: Place }
) {
  return {
    wanted: { search, show },
    heading: offered[show],
    shownOptions: Object.entries(offered).map(([value, label]) => ({ value, label })),
    pages: pagesOf(list, { search, show }),
  }
}
