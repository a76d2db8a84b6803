/** Lets only so many at once do what is costly; the others wait their turn. */
export function turns(atOnce: number) {
  const waiting: (() => void)[] = []
  let busy = 0

  return async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (busy >= atOnce) await new Promise<void>((begin) => waiting.push(begin))
    else busy++
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else busy--
    }
  }
}
