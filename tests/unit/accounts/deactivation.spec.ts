import Account from '#app/accounts/account'
import AccountDeactivation from '#app/accounts/keeping/account_deactivation'
import AccountSession from '#app/accounts/sessions/account_session'
import AuditEntry from '#app/audit/audit_entry'
import { now, day } from '#app/shared/clock'
import { person, signedIn, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { test } from '@japa/runner'

const why = 'She works elsewhere now.'

test.group('An account is deactivated', (group) => {
  group.each.setup(undone)

  test('its sessions end, and who did it and why is kept', async ({ assert }) => {
    const { ada, lena } = await theCast()
    await signedIn(ada)
    assert.isTrue(await AccountDeactivation.begin(lena, ada, why))
    assert.isFalse(ada.isActive(now()))
    assert.lengthOf(await AccountSession.liveOf(ada, now()), 0)
    const [row] = await AccountDeactivation.all()
    assert.include(row.$attributes, { because: why, createdBy: lena.id, endedAt: null })
  })

  test('a second time changes nothing', async ({ assert }) => {
    const { ada, lena } = await theCast()
    await AccountDeactivation.begin(lena, ada, why)
    assert.isFalse(await AccountDeactivation.begin(lena, ada, 'Again'))
    assert.lengthOf(await AccountDeactivation.all(), 1)
    assert.lengthOf(await AuditEntry.query().where('event', 'account.deactivated'), 1)
  })

  test('and given back, with when and by whom', async ({ assert }) => {
    const { ada, lena } = await theCast()
    await AccountDeactivation.begin(lena, ada, why)
    assert.isTrue(await AccountDeactivation.end(lena, ada, 'She is back.', null))
    assert.isTrue((await Account.findOrFail(ada.id)).isActive(now()))
    assert.isFalse(await AccountDeactivation.end(lena, ada, 'She is back.', null))
    const [row] = await AccountDeactivation.all()
    assert.include(row.$attributes, { endedBy: lena.id, endedBecause: 'She is back.' })
  })

  test('the last liaison stays, an outsider learns nothing, and nobody does it to themselves', async ({
    assert,
  }) => {
    const { ada, lena, olga, dol } = await theCast()
    const luis = await person(dol, 'luis', 'Luis Lopez', 'organization_administrator')
    await assert.rejects(() => AccountDeactivation.begin(luis, lena, why), /only liaison/)
    await assert.rejects(() => AccountDeactivation.begin(olga, ada, why), /nothing of that kind/)
    await assert.rejects(() => AccountDeactivation.begin(lena, lena, why), /to themselves/)
    assert.lengthOf(await AccountDeactivation.all(), 0)
  })

  test('nor does a liaison deactivate who looks after the service', async ({ assert }) => {
    const { lena, dol } = await theCast()
    const hank = await person(dol, 'hank', 'Hank Hall', 'help_desk')
    await assert.rejects(() => AccountDeactivation.begin(lena, hank, why), /looks after/)
  })

  test('an end date that came is kept as a deactivation of that day', async ({ assert }) => {
    const { ada, lena } = await theCast()
    const endsAt = now() - day
    await ada.merge({ endsAt }).save()
    assert.equal(await AccountDeactivation.closeEnded(now()), 1)
    assert.equal(await AccountDeactivation.closeEnded(now()), 0)
    assert.equal((await AccountDeactivation.firstOrFail()).createdAt, endsAt)

    await AccountDeactivation.end(lena, ada, 'Renewed', now() + 90 * day)
    assert.isTrue((await Account.findOrFail(ada.id)).isActive(now()))
  })

  test('also when it is renewed before anybody noticed', async ({ assert }) => {
    const { ada, lena } = await theCast()
    const endsAt = now() - day
    await ada.merge({ endsAt }).save()
    assert.isTrue(await AccountDeactivation.end(lena, ada, 'Renewed', now() + 90 * day))
    const [row] = await AccountDeactivation.all()
    assert.equal(row.createdAt, endsAt)
    assert.isNotNull(row.endedAt)
  })
})
