import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Pieces of 64 KiB, each soon done with: so many bytes of them may wait for the collector. */
const tidyEvery = 16 * 1024 ** 2

let arrived = 0
let collect: NodeJS.GCFunction | undefined

/**
 * What arrives is held outside of the collector's sight, which then finds hundreds of MiB of it all at once, and looks
 * through everything else as well. Asked often, it finds little and is done in a millisecond.
 */
export function tidyAfter(bytes: number) {
  arrived += bytes
  if (arrived < tidyEvery) return
  arrived = 0
  collect ??= collector()
  collect({ type: 'minor' })
}

/** The collector can be asked only in a context that is made after this flag is set. */
function collector() {
  setFlagsFromString('--expose-gc')
  return runInNewContext('gc') as NodeJS.GCFunction
}
