/** What one workload found, as a line of the table. */
export interface Figure {
  /** "P1", as in the targets. */
  target: string
  what: string
  /** Measured values in words, for people: "1.9 s against 1.7 s". */
  measured: string
  /** What is compared with `must` and `aim`. */
  value: number
  /** Whether a larger value is better ("at least") or a smaller one ("at most"). */
  better: 'larger' | 'smaller'
  must: number
  aim: number
  unit: string
}

type Verdict = 'aim' | 'must' | 'missed'

/** Machines are noisy: a `must` is failed only when it is missed by more than this share. */
const slack = 0.15

export function verdict({ value, better, must, aim }: Figure): Verdict {
  const reaches = (goal: number) => (better === 'larger' ? value >= goal : value <= goal)
  if (reaches(aim)) return 'aim'
  return reaches(better === 'larger' ? must * (1 - slack) : must * (1 + slack)) ? 'must' : 'missed'
}

export function median(values: number[]) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

export function percentile(values: number[], share: number) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
}

/**
 * Runs each contestant once a round, in turn, so that a slow minute of the machine hits them alike. What `before` does
 * ahead of each turn is not timed.
 */
export async function roundRobin(
  rounds: number,
  contestants: Contestants,
  before: () => Promise<unknown> = async () => {}
): Promise<Medians> {
  const takingPart = Object.entries(contestants).filter(([, run]) => run)
  const seconds = new Map(takingPart.map(([name]) => [name, [] as number[]]))
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of takingPart) {
      await before()
      seconds.get(name)!.push(await run!())
    }
  }
  return Object.fromEntries([...seconds].map(([name, all]) => [name, median(all)])) as Medians
}

/** Waybill always takes part; a peer that is not installed does not. */
type Contestants = { waybill: Run } & Record<string, Run | undefined>
type Run = () => Promise<number>
export type Medians = { waybill: number } & Record<string, number | undefined>

/** Seconds that the work took. */
export async function timed(work: () => Promise<unknown>) {
  const begin = process.hrtime.bigint()
  await work()
  return Number(process.hrtime.bigint() - begin) / 1e9
}
