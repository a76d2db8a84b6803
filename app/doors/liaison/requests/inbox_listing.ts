import { pagesOf } from '#app/doors/http/forms/place_from'
import { inbox, inboxGroups } from '#app/folders/requests/inbox'
import type { Place, Slice } from '#app/shared/place'

type Asked = Record<string, unknown>

/** Since when something waits, and its id. */
const key = /^\d{1,16}\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export function inboxWanted({ only, ...asked }: Asked) {
  const known = [...inboxGroups, ...inbox.kinds.map(({ name }) => name)]
  return { only: known.find((name) => name === only), place: placeAt(asked) }
}

function placeAt({ after, before, at }: Asked): Place {
  if (typeof after === 'string' && key.test(after)) return { after }
  if (typeof before === 'string' && key.test(before)) return { before }
  return at === 'last' ? { last: true } : {}
}

export const inboxAddress = (listing: Slice<unknown>, only?: string) => pagesOf(listing, { only })
