import { createHook } from 'node:async_hooks'

/** How many times scrypt really runs while something is done: what a password costs, counted instead of timed. */
export async function hashWork(work: () => Promise<unknown>) {
  let runs = 0
  const hook = createHook({ init: (_id, type) => void (type === 'SCRYPTREQUEST' && runs++) })
  hook.enable()
  try {
    await work()
    return runs
  } finally {
    hook.disable()
  }
}
