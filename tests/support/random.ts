/** Chance that can be repeated: mulberry32. Tests print the seed that failed. */
export function chance(seed: number) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (end: number) => Math.floor(next() * end)
  const one = <T>(of: readonly T[]) => of[below(of.length)]
  const bytes = (length: number) => Buffer.from(Array.from({ length }, () => below(256)))
  return { next, below, one, bytes }
}
