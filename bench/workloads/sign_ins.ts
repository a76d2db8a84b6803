import { percentile, timed, type Figure } from '../figures.js'
import type { Contest } from '../contest.js'
import { Visitor } from '../waybill.js'

/** P15: fifty people sign in at once; what that costs everybody else. */
export async function signIns({ waybill }: Contest): Promise<Figure[]> {
  const ada = await new Visitor(waybill.url).signIn('dol.ada')
  const alone = await pagesDuring(ada, pause)
  const beside = await pagesDuring(ada, () =>
    Promise.all(Array.from({ length: 50 }, () => new Visitor(waybill.url).signIn('opm.otto')))
  )
  return [
    {
      target: 'P15',
      what: "other pages' p95 during 50 sign-ins at once, against none",
      measured: `${percentile(beside, 0.95).toFixed(1)} ms against ${percentile(alone, 0.95).toFixed(1)} ms`,
      value: percentile(beside, 0.95) / percentile(alone, 0.95),
      better: 'smaller',
      must: 3,
      aim: 1.5,
      unit: '×',
    },
  ]
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 5000))

async function pagesDuring(person: Visitor, work: () => Promise<unknown>) {
  const milliseconds: number[] = []
  let isOver = false
  const working = work().finally(() => (isOver = true))
  while (!isOver) {
    milliseconds.push(1000 * (await timed(async () => (await person.get('/home')).text())))
  }
  await working
  return milliseconds
}
