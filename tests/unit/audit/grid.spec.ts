import { roles } from '#app/accounts/account_role'
import { aVisitor } from '#app/audit/actor'
import { decide, declaredActions, type Action } from '#app/audit/decide'
import { now } from '#app/shared/clock'
import { person, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { grid } from '#tests/support/grid'
import type { Answers } from '#tests/support/grid/line'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import { glob, readFile } from 'node:fs/promises'

const actions = Object.keys(grid) as Action[]
const people = ['ada', 'lena', 'otto', 'olga'] as const

/** Read from the rooms themselves: a policy that nobody loads would be missed by all that is loaded. */
async function actionsInSource() {
  const names: string[] = []
  for await (const path of glob('app/**/*.ts', { cwd: app.makePath() })) {
    const source = await readFile(app.makePath(path), 'utf8')
    const [, declared = ''] = /interface Actions \{([^}]*)\}/.exec(source) ?? []
    names.push(...Array.from(declared.matchAll(/'([^']+)':/g), ([, name]) => name))
  }
  return names
}

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

  test('every action that a policy declares is known when the service runs', async ({ assert }) => {
    assert.sameMembers(await actionsInSource(), declaredActions())
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

  test('a role alone opens nothing that is not open to a stranger: {$self}')
    .with(actions)
    .run(async ({ assert }, action) => {
      const cast = await theCast()
      const holders = []
      for (const role of roles) holders.push(await person(cast.dol, `a.${role}`, role, role))
      const object = (await grid[action].object(cast)) as never
      for (const [at, role] of roles.entries()) {
        const decision = await decide(holders[at], action, object)
        const answer = decision.allowed ? 'yes' : decision.code
        assert.equal(answer, grid[action].byRole?.[role] ?? grid[action].answers.otto, role)
      }
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
