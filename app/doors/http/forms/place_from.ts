import type { Place } from '#app/shared/place'

export type Addressed = Record<string, string | undefined>

/** What tells a row of a list: its id, or, where several orders are offered, a number before it. */
const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
export const numbered = /^(-?\d{1,16}\.)?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Where a page of a list begins; whatever the address says wrongly is the usual. */
export function placeFrom({ after, before, at }: Record<string, unknown>, key = id): Place {
  if (typeof after === 'string' && key.test(after)) return { after }
  if (typeof before === 'string' && key.test(before)) return { before }
  return at === 'last' ? { last: true } : {}
}

/** The addresses of the neighbouring pages; `rest` is what else the list was asked for. */
export function pagesOf(
  { first, previous, next, last }: { [page in 'first' | 'previous' | 'next' | 'last']?: Place },
  rest: Addressed = {}
) {
  const to = (place?: Place) => place && (addressOf(rest, place) || '?')
  return { first: to(first), previous: to(previous), next: to(next), last: to(last) }
}

/** What an address asks for; what goes without saying is left out. */
export function addressOf(rest: Addressed, { after, before, last }: Place = {}) {
  const said = Object.entries({ ...rest, after, before, at: last ? 'last' : undefined })
  const search = new URLSearchParams(said.filter(([, value]) => value) as [string, string][])
  return search.size ? `?${search}` : ''
}
