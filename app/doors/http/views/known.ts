import { minute, type Instant } from '#app/shared/clock'

/** In every zone days begin, and clocks change, at a quarter of an hour. */
export const quarter = 15 * minute

const atMost = 5_000

/** Remembers what was said of each number: a list of files asks for the same words again and again. */
export function known<Words>(inWords: (value: number) => Words) {
  const said = new Map<number, Words>()
  return (value: number) => {
    let words = said.get(value)
    if (words === undefined) {
      if (said.size >= atMost) said.clear()
      said.set(value, (words = inWords(value)))
    }
    return words
  }
}

/** The same for instants about which a whole quarter of an hour says the same. */
export function byTheQuarter<Words>(inWords: (begin: Instant) => Words) {
  const said = known(inWords)
  return (at: Instant) => said(at - (at % quarter))
}
