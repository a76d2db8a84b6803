import type Account from '#app/accounts/account'
import { hashed } from '#app/accounts/passwords/password_hash'
import { now } from '#app/shared/clock'
import { password, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { hashWork } from '#tests/support/hash_work'
import { Visitor } from '#tests/support/visitor'
import { test } from '@japa/runner'

const typed = (username: string, secret: string) => () => new Visitor().signIn(username, secret)

/** Each is somebody of whom an outsider may learn nothing. */
const people: Record<string, (ada: Account) => Promise<unknown>> = {
  'with a password': async () => {},
  'without a password yet': (ada) => ada.merge({ passwordHash: null }).save(),
  'of a directory': (ada) => ada.merge({ credentialSource: 'directory' }).save(),
  'who is deactivated': (ada) => ada.merge({ deactivatedAt: now() - 1 }).save(),
  'of a suspended organization': async (ada) => {
    await ada.organization.merge({ suspendedAt: now() - 1 }).save()
  },
}

test.group('What a sign-in costs', (group) => {
  group.each.setup(undone)

  test('a password is worked on once for each try', async ({ assert }) => {
    await theCast()
    await typed('nobody', password)()
    assert.equal(await hashWork(() => hashed('counted')), 1)
    assert.equal(await hashWork(typed('ada', password)), 1)
    assert.equal(await hashWork(typed('ada', 'wrong-horse-7')), 1)
  })

  for (const [who, makeThem] of Object.entries(people)) {
    test(`nobody can tell somebody ${who} from nobody at all`, async ({ assert }) => {
      const { ada } = await theCast()
      await makeThem(ada)
      await typed('warm', password)()
      for (const secret of ['wrong-horse-7', ' ', 'x'.repeat(5000)]) {
        const known = await hashWork(typed('ada', secret))
        const unknown = await hashWork(typed('nobody', secret))
        assert.deepEqual([known, unknown], [1, 1], secret.slice(0, 20))
      }
    })
  }
})
