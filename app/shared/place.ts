/** How many rows of a long list stand on one page. */
export const pageSize = 50

/** Where a page of a long list begins: after or before a row, at the end, or, with nothing said, at the start. */
export interface Place {
  after?: string
  before?: string
  last?: boolean
}

const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whether a text could be the id of a record. */
export const isId = (text: unknown): text is string => typeof text === 'string' && id.test(text)

/** One page of a list, and where its neighbours begin. What is undefined is not there. */
export interface Slice<T> {
  rows: T[]
  first?: Place
  previous?: Place
  next?: Place
  last?: Place
}

/** Whether a page is read from its end: the rows then come in the opposite order. */
export const isBackward = ({ before, last }: Place) => before !== undefined || last === true

/** Makes a page of at most one row more than fits, read from `place` on in its direction. */
export function slice<T>(read: T[], place: Place, keyOf: (row: T) => string): Slice<T> {
  const isMore = read.length > pageSize
  const rows = read.slice(0, pageSize)
  if (isBackward(place)) rows.reverse()

  const hasPrevious = isBackward(place) ? isMore : place.after !== undefined
  const hasNext = isBackward(place) ? place.before !== undefined : isMore
  return {
    rows,
    ...(hasPrevious && { first: {}, ...(rows.length && { previous: { before: keyOf(rows[0]) } }) }),
    ...(hasNext && {
      ...(rows.length && { next: { after: keyOf(rows.at(-1)!) } }),
      last: { last: true },
    }),
  }
}
