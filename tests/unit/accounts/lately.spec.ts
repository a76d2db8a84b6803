import Account from '#app/accounts/account'
import { inTransaction } from '#app/shared/transaction'
import { theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { test } from '@japa/runner'

test.group('What is known of a person', (group) => {
  group.each.setup(undone)

  /** Counts how often it was asked. */
  const asking = () => {
    const asked = { times: 0, find: async () => ++asked.times }
    return asked
  }

  test('is found out once as long as the person was just read', async ({ assert }) => {
    const { ada } = await theCast()
    const asked = asking()
    ada.wasRead()
    await ada.lately('something', asked.find)
    await ada.lately('something', asked.find)
    assert.equal(asked.times, 1)

    ada.wasRead()
    await ada.lately('something', asked.find)
    assert.equal(asked.times, 2)
  })

  test('is found out anew for somebody read a while ago, and in every transaction', async ({
    assert,
  }) => {
    const { ada } = await theCast()
    const asked = asking()
    const other = await Account.findOrFail(ada.id)
    await other.lately('something', asked.find)
    await other.lately('something', asked.find)
    assert.equal(asked.times, 2)

    other.wasRead()
    await inTransaction(async (trx) => {
      await other.lately('something', asked.find, trx)
      await other.lately('something', asked.find, trx)
    })
    assert.equal(asked.times, 4)
  })
})
