import AccountSession from '#app/accounts/sessions/account_session'
import { cleanUp } from '#app/accounts/clean_up'
import { day, hour, minute, now } from '#app/shared/clock'
import { signedIn, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { v7 as uuidv7 } from 'uuid'

test.group('Cleaning up after sign-ins', (group) => {
  group.each.setup(undone)

  test('what nobody can use any more goes, everything else stays', async ({ assert }) => {
    const { ada } = await theCast()
    const { session } = await signedIn(ada)
    const { session: another } = await signedIn(ada)
    const old = { session: (await signedIn(ada)).session }
    await AccountSession.query()
      .where('id', old.session!.id)
      .update({ createdAt: now() - 31 * day })

    const bag = (touched_at: number) => ({ id: uuidv7(), payload: '{}', touched_at })
    await db.table('session_bags').multiInsert([bag(now() - 73 * hour), bag(now() - 71 * hour)])
    const secret = (hash: string, expires_at: number) => ({
      ...{ id: uuidv7(), account_id: ada.id, purpose: 'test', hash, expires_at },
      created_at: now() - 3 * day,
    })
    await db.table('secrets').multiInsert([secret('a', now() - 2 * day), secret('b', now())])

    const form = ({ id }: AccountSession, created_at: number) => ({
      ...{ session_id: id, path: '/home', typed: '{}', created_at },
    })
    const forms = [form(session!, now() - 61 * minute), form(another!, now() - 31 * minute)]
    await db.table('kept_forms').multiInsert(forms)

    const gone = await cleanUp(now())
    assert.deepEqual(gone, { bags: 1, forms: 1, secrets: 1, sessions: 1, throttles: 0 })
    assert.lengthOf(await db.from('kept_forms').where('session_id', another!.id), 1)
    assert.lengthOf(await db.from('session_bags'), 1)
    assert.lengthOf(await db.from('secrets').where('hash', 'b'), 1)
    assert.lengthOf(await AccountSession.query().where('id', session!.id), 1)
    assert.lengthOf(await AccountSession.all(), 2)
  })
})
