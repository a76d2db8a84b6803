interface Waiting<In, Out> {
  item: In
  resolve: (value: Out) => void
  reject: (reason: unknown) => void
}

/**
 * Makes one piece of work of what several callers want at the same time: while one batch is under way the next one
 * gathers. A lone caller waits for nobody. `work` answers for each item by itself; if it throws, it throws for all.
 */
export function together<In, Out>(
  atMost: number,
  work: (items: In[]) => Promise<PromiseSettledResult<Out>[]>
) {
  const line: Waiting<In, Out>[] = []
  let isWorking = false

  async function workThrough() {
    isWorking = true
    while (line.length) {
      const batch = line.splice(0, atMost)
      try {
        const results = await work(batch.map(({ item }) => item))
        batch.forEach((waiting, at) => settle(waiting, results[at]))
      } catch (error) {
        for (const { reject } of batch) reject(error)
      }
    }
    isWorking = false
  }

  return (item: In) =>
    new Promise<Out>((resolve, reject) => {
      line.push({ item, resolve, reject })
      if (!isWorking) void workThrough()
    })
}

function settle<Out>(waiting: Waiting<unknown, Out>, result: PromiseSettledResult<Out>) {
  if (result.status === 'fulfilled') waiting.resolve(result.value)
  else waiting.reject(result.reason)
}

export const fulfilled = <Out>(value: Out) => ({ status: 'fulfilled', value }) as const
export const rejected = (reason: unknown) => ({ status: 'rejected', reason }) as const
