import { assertGatesAreKept, gates } from '#app/accounts/admission'
import { decide, rule } from '#app/audit/decide'
import { assertAccessIsDeclared } from '#app/doors/http/access/declared_access'
import { person, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import type { HttpRouterService } from '@adonisjs/core/types'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import { glob, readFile } from 'node:fs/promises'

/** A router with one route that declares these. */
const routerWith = (...names: string[]) =>
  ({
    commit() {},
    toJSON: () => ({
      root: [
        {
          pattern: '/new',
          methods: ['GET'],
          middleware: { all: () => new Set(names.map((name) => ({ name }))) },
        },
      ],
    }),
  }) as unknown as HttpRouterService

async function sourcesWith(pattern: RegExp) {
  const found: string[] = []
  for await (const path of glob('{app,start,bin}/**/*.ts', { cwd: app.makePath() })) {
    if (pattern.test(await readFile(app.makePath(path), 'utf8'))) found.push(path)
  }
  return found.sort()
}

test.group('What is not declared', (group) => {
  group.each.setup(undone)

  test('a route without an access, or with two, keeps the service from starting', ({ assert }) => {
    assert.throws(() => assertAccessIsDeclared(routerWith()), /\/new \(none\)/)
    assert.throws(() => assertAccessIsDeclared(routerWith('other')), /\/new \(none\)/)
    const two = routerWith('anyone', 'admitted')
    assert.throws(() => assertAccessIsDeclared(two), /\/new \(anyone, admitted\)/)
    assertAccessIsDeclared(routerWith('admitted', 'other'))
  })

  test('a gate that nobody keeps does, too', ({ assert }) => {
    assertGatesAreKept()
    const all = gates as unknown as string[]
    all.push('nobody_keeps')
    try {
      assert.throws(assertGatesAreKept, 'Nobody keeps these gates: nobody_keeps')
    } finally {
      all.pop()
    }
  })

  test('an action without a rule is done by nobody, and an action has one rule', async ({
    assert,
  }) => {
    const { dol } = await theCast()
    const operator = await person(dol, 'opal', 'Opal Oh', 'operator')
    const asked = () => decide(operator, 'nobody.declared' as never, operator as never)
    await assert.rejects(asked, 'Nobody declared who may "nobody.declared"')
    assert.throws(() => rule('file.download', () => ({ allowed: true })), /has a rule already/)
  })

  test('passwords are compared in one room, and sessions begun by one function', async ({
    assert,
  }) => {
    assert.deepEqual(await sourcesWith(/services\/hash'|\.verify\(/), [
      'app/accounts/passwords/password_hash.ts',
      'app/doors/http/forms/form_token.ts',
    ])
    assert.deepEqual(await sourcesWith(/AccountSession\.begin\(/), [
      'app/accounts/signing_in/sign_in.ts',
    ])
    assert.deepEqual(await sourcesWith(/checkCredentials\(/), [
      'app/accounts/signing_in/credentials.ts',
      'app/accounts/signing_in/sign_in.ts',
    ])
    assert.deepEqual(await sourcesWith(/related\('grants'\)\.create|AccountRole\.create/), [
      'app/accounts/liaisons/liaisons.ts',
      'app/enrollment/administrator_opening.ts',
      'app/enrollment/operator_opening.ts',
    ])
  })
})
