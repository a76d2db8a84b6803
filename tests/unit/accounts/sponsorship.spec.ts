import AccountDeactivation from '#app/accounts/keeping/account_deactivation'
import { reactivate } from '#app/accounts/keeping/account_return'
import { editAccount } from '#app/accounts/keeping/account_edit'
import { remindOfEnds } from '#app/accounts/keeping/renewal_reminders'
import Message from '#app/messages/message'
import { day, hour, now } from '#app/shared/clock'
import { person, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { mailed } from '#tests/support/mailed'
import { test } from '@japa/runner'
import type Account from '#app/accounts/account'

async function outside({ dol, ada }: Awaited<ReturnType<typeof theCast>>, endsAt: number) {
  const ned = await person(dol, 'ned', 'Ned North')
  return ned.merge({ sponsorId: ada.id, endsAt }).save()
}
const reminders = () => Message.query().where('kind', 'renewal_due')
const addressees = async () => (await reminders()).map(({ address }) => address)

test.group('Before an outside person’s account ends', (group) => {
  group.each.setup(undone)

  test('sponsor and liaison hear of it 30, 7 and 1 days before, once each', async ({ assert }) => {
    const cast = await theCast()
    const endsAt = now() + 40 * day
    await outside(cast, endsAt)
    const at = (daysBefore: number) => remindOfEnds(endsAt - daysBefore * day + hour)
    assert.deepEqual(await at(32), { reminded: 0 })
    for (const [index, daysBefore] of [30, 7, 1].entries()) {
      assert.deepEqual(await at(daysBefore), { reminded: 1 })
      assert.deepEqual(await at(daysBefore), { reminded: 0 })
      assert.lengthOf(await reminders(), 2 * (index + 1))
    }
    assert.sameMembers([...new Set(await addressees())], ['ada@example.gov', 'lena@example.gov'])
    assert.deepEqual(await remindOfEnds(endsAt + 1), { reminded: 0 })
  })

  test('only the next one is said after the job did not run for a while', async ({ assert }) => {
    const cast = await theCast()
    const endsAt = now() + 5 * day
    await outside(cast, endsAt)
    assert.deepEqual(await remindOfEnds(now()), { reminded: 1 })
    assert.lengthOf(await reminders(), 2)
  })

  test('the liaison gets the way to renew, the sponsor whom to ask', async ({ assert }) => {
    const cast = await theCast()
    const ned = await outside(cast, now() + 6 * day)
    await remindOfEnds(now())
    const letters = await mailed()
    const to = (name: string) => letters.find((one) => one.to.startsWith(name))!.text
    assert.include(to('lena'), `/liaison/accounts/${ned.id}/edit`)
    assert.notInclude(to('ada'), '/liaison/')
    assert.include(to('ada'), 'Lena Long')
  })

  test('a renewed account begins anew, and what is not needed any more is not sent', async ({
    assert,
  }) => {
    const cast = await theCast()
    const ned = await outside(cast, now() + 6 * day)
    await remindOfEnds(now())
    await renew(cast.lena, ned, now() + 28 * day)
    assert.deepEqual(
      (await mailed()).filter(({ subject }) => /ends soon/.test(subject)),
      []
    )
    assert.deepEqual(await remindOfEnds(now()), { reminded: 1 })
  })

  test('who is one’s own, or has left, is not spoken of', async ({ assert }) => {
    const cast = await theCast()
    await cast.ada.merge({ endsAt: now() + 3 * day }).save()
    const ned = await outside(cast, now() + 3 * day)
    await AccountDeactivation.begin(cast.lena, ned, 'Gone')
    assert.deepEqual(await remindOfEnds(now()), { reminded: 0 })
  })

  test('a liaison who is the sponsor hears it once', async ({ assert }) => {
    const cast = await theCast()
    const ned = await outside(cast, now() + 3 * day)
    await ned.merge({ sponsorId: cast.lena.id }).save()
    await remindOfEnds(now())
    assert.deepEqual(await addressees(), ['lena@example.gov'])
  })
})

const renew = (by: Account, ned: Account, endsAt: number) =>
  editAccount(by, ned, {
    fullName: ned.fullName,
    email: ned.email!,
    phone: null,
    title: null,
    sponsor: 'ada',
    endsAt,
  })

test.group('A sponsor leaves, an account comes back', (group) => {
  group.each.setup(undone)

  test('the liaison hears who needs another sponsor', async ({ assert }) => {
    const cast = await theCast()
    const ned = await outside(cast, now() + 90 * day)
    await AccountDeactivation.begin(cast.lena, cast.ada, 'She works elsewhere.')
    const letters = await mailed()
    assert.deepEqual(
      letters.map(({ to }) => to),
      ['lena@example.gov', 'ada@example.gov']
    )
    assert.include(letters[0].text, `/liaison/accounts/${ned.id}/edit`)
    assert.notInclude(letters[1].text, 'She works elsewhere')
  })

  test('nobody is told when nobody is concerned', async ({ assert }) => {
    const { lena, ada } = await theCast()
    await AccountDeactivation.begin(lena, ada, 'Gone')
    assert.isNull(await Message.findBy('kind', 'sponsor_left'))
  })

  test('reactivation needs a new end for outside people, tells the person, and happens once', async ({
    assert,
  }) => {
    const cast = await theCast()
    const ned = await outside(cast, now() - day)
    const because = 'The contract goes on.'
    for (const endsAt of [null, now() - 1]) {
      const answer = await reactivate(cast.lena, ned, { because, endsAt })
      assert.property('problems' in answer ? answer.problems : {}, 'ends_on')
    }
    const wish = { because, endsAt: now() + 90 * day }
    assert.deepEqual(await reactivate(cast.lena, ned, wish), { isDone: true })
    assert.deepEqual(await reactivate(cast.lena, ned, wish), { isDone: false })
    assert.isTrue((await ned.refresh()).isActive(now()))
    assert.lengthOf(await Message.query().where('kind', 'account_reactivated'), 1)
    for (const by of [cast.ada, cast.olga]) {
      await assert.rejects(() => reactivate(by, ned, wish))
    }
  })
})
