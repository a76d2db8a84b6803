import { reachesAsOf } from '#app/folders/access/access_as_of'
import { day, now, type Instant } from '#app/shared/clock'
import { AccessWorld, type Answer } from '#tests/support/access_world'
import { undone } from '#tests/support/database'
import { aClock } from '#tests/support/later'
import { chance } from '#tests/support/random'
import { test } from '@japa/runner'
import { randomInt } from 'node:crypto'

/** One that a failure printed, to be played again. */
const wanted = process.env.ACCESS_SEED
const seeds = wanted ? [Number(wanted)] : Array.from({ length: 10 }, () => randomInt(2 ** 31))
const steps = 30

/** What rows alone tell of an instant, for everybody everywhere. */
async function toldAsOf({ people, folders }: AccessWorld, at: Instant) {
  const answers: Record<string, Answer> = {}
  for (const person of people) {
    const reaches = await reachesAsOf(person, folders, at)
    for (const folder of folders) {
      const level = reaches.get(folder)?.level
      answers[`${person} ${folder}`] = !level ? 'nothing' : level === 'viewer' ? 'list' : 'upload'
    }
  }
  return answers
}

test.group('Who has access, for histories that nobody thought of', (group) => {
  group.each.setup(undone)
  group.each.timeout(120_000)

  test('what is decided is what a plain model says, and what was decided can be told: seed {$self}')
    .with(seeds)
    .run(async ({ assert, cleanup }, seed) => {
      const clock = aClock(90 * day)
      cleanup(() => clock.undo())
      const world = await AccessWorld.begin(chance(seed), clock.pass)
      const snapshots: { at: Instant; answers: Record<string, Answer> }[] = []
      const story = () => `seed ${seed}\n${world.log.join('\n')}`

      for (let step = 0; step < steps; step++) {
        await world.step()
        const answers = await world.decided()
        assert.deepEqual(answers, world.expected(), story())
        snapshots.push({ at: now(), answers })
      }
      for (const { at, answers } of snapshots) {
        assert.deepEqual(await toldAsOf(world, at), answers, `as of ${at}, ${story()}`)
      }
    })
})
