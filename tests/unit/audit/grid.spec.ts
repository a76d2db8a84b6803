import { aVisitor } from '#app/audit/actor'
import { decide, declaredActions, type Action } from '#app/audit/decide'
import { now } from '#app/shared/clock'
import { theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { grid, type Answers } from '#tests/support/grid'
import { test } from '@japa/runner'

const actions = Object.keys(grid) as Action[]
const people = ['ada', 'lena', 'otto', 'olga'] as const

async function answers(action: Action, cast: Awaited<ReturnType<typeof theCast>>) {
  const object = await grid[action].object(cast)
  const given = {} as Answers
  for (const name of people) {
    const decision = await decide(cast[name], action, object as never)
    given[name] = decision.allowed ? 'yes' : decision.code
  }
  return { given, object: object as never }
}

test.group('Who may do what', (group) => {
  group.each.setup(undone)

  test('every declared action has its line in the grid', ({ assert }) => {
    assert.sameMembers(actions, declaredActions())
  })

  test('{$self}')
    .with(actions)
    .run(async ({ assert }, action) => {
      const cast = await theCast()
      const { given, object } = await answers(action, cast)
      assert.deepEqual(given, grid[action].answers)

      const visitor = await decide(aVisitor(), action, object)
      assert.include(visitor, { allowed: false, code: 'signed_out' })
    })

  test('nobody of a suspended organization may do anything but end a session: {$self}')
    .with(actions.filter((action) => action !== 'session.end'))
    .run(async ({ assert }, action) => {
      const cast = await theCast()
      const object = (await grid[action].object(cast)) as never
      await cast.dol.merge({ suspendedAt: now() }).save()
      const decision = await decide(await cast.ada.renew(), action, object)
      assert.include(decision, { allowed: false, code: 'organization.suspended' })
    })
})
