import type { Place } from '#app/shared/place'

export type Addressed = Record<string, string | undefined>

const key = /^(-?\d{1,16}\.)?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Where a page of any list begins. */
export function placeFrom({ after, before, at }: Addressed): Place {
  if (after && key.test(after)) return { after }
  if (before && key.test(before)) return { before }
  return at === 'last' ? { last: true } : {}
}

/** The addresses of the neighbouring pages. */
export function pagesOf(
  { first, previous, next, last }: { [page in 'first' | 'previous' | 'next' | 'last']?: Place },
  rest: Addressed = {}
) {
  const to = (place?: Place) => place && addressOf(rest, place)
  return { first: to(first), previous: to(previous), next: to(next), last: to(last) }
}

/** What goes without saying is left out. */
export function addressOf(rest: Addressed, { after, before, last }: Place = {}) {
  const said = Object.entries({ ...rest, after, before, at: last ? 'last' : undefined })
  const search = new URLSearchParams(said.filter(([, value]) => value) as [string, string][])
  return search.size ? `?${search}` : ''
}
