import type { Place, Slice } from '#app/shared/place'

export type Addressed = Record<string, string | undefined>

const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Where a page of a list begins that is told by the id of a row; whatever the address says wrongly is the usual. */
export function placeFrom({ after, before, at }: Record<string, unknown>): Place {
  if (typeof after === 'string' && id.test(after)) return { after }
  if (typeof before === 'string' && id.test(before)) return { before }
  return at === 'last' ? { last: true } : {}
}

/** The addresses of the neighbouring pages; `rest` is what else the list was asked for. */
export function pagesOf({ first, previous, next, last }: Slice<unknown>, rest: Addressed = {}) {
  const to = (place?: Place) => place && addressOf(rest, place)
  return { first: to(first), previous: to(previous), next: to(next), last: to(last) }
}

/** What an address asks for, without what it does not. */
export function addressOf(rest: Addressed, { after, before, last }: Place = {}) {
  const said = Object.entries({ ...rest, after, before, at: last ? 'last' : undefined })
  const search = new URLSearchParams(said.filter(([, value]) => value) as [string, string][])
  return `?${search}`
}
