import { day } from '#app/shared/clock'

/**
 * A clock of this process that a test moves on, so that none waits for what takes time. It begins a day ago, or longer: ids are made from
 * the time and only ever go up, so one that ran ahead would be felt by all tests that follow.
 */
export function aClock(beginsAgo = day) {
  const real = Date.now
  let behind = beginsAgo
  Date.now = () => real() - behind
  return {
    pass: (ms: number) => void (behind -= ms),
    undo: () => void (Date.now = real),
  }
}
