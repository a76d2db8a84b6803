/** An instant: milliseconds since 1970 in UTC. Shown in the service's zone, stored and compared as it is. */
export type Instant = number

export const second = 1000
export const minute = 60 * second
export const hour = 60 * minute
export const day = 24 * hour

export const now = (): Instant => Date.now()

/** Whether something is so old. What seems to lie ahead is old, too: the machine's clock was set back since. */
export const isOlder = (at: Instant, age: number) => Math.abs(now() - at) >= age
