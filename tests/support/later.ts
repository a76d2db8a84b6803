/** Lets the clock of this process run ahead, so that no test waits for what takes time. */
export function aClock() {
  const real = Date.now
  let ahead = 0
  Date.now = () => real() + ahead
  return {
    pass: (ms: number) => void (ahead += ms),
    undo: () => void (Date.now = real),
  }
}
