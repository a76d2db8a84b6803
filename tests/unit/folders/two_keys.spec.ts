import AccountDeactivation from '#app/accounts/keeping/account_deactivation'
import AuditEntry from '#app/audit/audit_entry'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import { reachOf } from '#app/folders/reach'
import SubscriptionOffer from '#app/folders/offers/subscription_offer'
import Message from '#app/messages/message'
import { organizationSuspended } from '#app/organizations/organization_suspended'
import { day, now } from '#app/shared/clock'
import { inTransaction } from '#app/shared/transaction'
import { person, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { test } from '@japa/runner'

type Cast = Awaited<ReturnType<typeof theCast>>

const offer = ({ lena, incoming, opm }: Cast, more = {}) =>
  SubscriptionOffer.make(lena, incoming, {
    askedOrganization: opm,
    named: 'Otto@Example.gov',
    level: 'contributor',
    purpose: 'Quarterly report',
    ...more,
  })

const reach = async ({ otto, incoming }: Cast) =>
  (await reachOf((await otto.renew()).wasRead(), incoming))?.level

test.group('Access across agencies needs two keys', (group) => {
  group.each.setup(undone)

  test('an offer alone opens nothing, and the person hears nothing', async ({ assert }) => {
    const cast = await theCast()
    await offer(cast)
    assert.isUndefined(await reach(cast))
    assert.lengthOf(await FolderSubscription.query().where('accountId', cast.otto.id), 0)
    assert.lengthOf(await Message.query().where('accountId', cast.otto.id), 0)
  })

  test('accepted by the person’s own liaison it starts at once', async ({ assert }) => {
    const cast = await theCast()
    const { id } = await offer(cast)
    const asked = await SubscriptionOffer.findFor(cast.olga, id)
    assert.equal((await asked.personMeant())!.id, cast.otto.id)
    const subscription = await asked.accept(cast.olga, cast.otto)
    assert.include(subscription!.$attributes, { level: 'contributor', grantedBy: cast.lena.id })
    assert.equal(await reach(cast), 'contributor')
  })

  test('of two who decide one decides', async ({ assert }) => {
    const cast = await theCast()
    const { id } = await offer(cast)
    const [first, second] = [
      await SubscriptionOffer.findFor(cast.olga, id),
      await SubscriptionOffer.findFor(cast.olga, id),
    ]
    assert.isTrue(await first.decline(cast.olga, 'Not for him'))
    assert.isNull(await second.accept(cast.olga, cast.otto))
    assert.isFalse(await second.withdraw(cast.lena, 'Too late'))
    assert.isUndefined(await reach(cast))
  })

  test('the offering liaison never turns both keys, and a third agency sees nothing', async ({
    assert,
  }) => {
    const cast = await theCast()
    const made = await offer(cast)
    await assert.rejects(() => made.accept(cast.lena, cast.otto))
    await assert.rejects(() => made.accept(cast.otto, cast.otto))
    await assert.rejects(() =>
      SubscriptionOffer.make(cast.olga, cast.incoming, {
        askedOrganization: cast.opm,
        named: 'otto',
        level: 'viewer',
        purpose: 'Mine',
      })
    )
    assert.isUndefined(await reach(cast))
    assert.lengthOf(await AuditEntry.query().where('event', 'action.refused'), 3)
  })

  test('the same person cannot be offered the same folder twice at a time', async ({ assert }) => {
    const cast = await theCast()
    await offer(cast)
    await assert.rejects(() => offer(cast, { named: 'otto@example.gov' }))
  })

  test('either side ends it at once: {$self}')
    .with(['lena', 'olga'] as const)
    .run(async ({ assert }, side) => {
      const cast = await theCast()
      const subscription = await (await offer(cast)).accept(cast.olga, cast.otto)
      assert.isTrue(await subscription!.end(cast[side]))
      assert.isFalse(await subscription!.end(cast[side]))
      assert.isUndefined(await reach(cast))
    })

  test('a deactivated person loses it, and does not get it back with the account', async ({
    assert,
  }) => {
    const cast = await theCast()
    await (await offer(cast)).accept(cast.olga, cast.otto)
    await AccountDeactivation.begin(cast.olga, cast.otto, 'Leave')
    await AccountDeactivation.end(cast.olga, cast.otto, 'Back', null)
    assert.isUndefined(await reach(cast))
    assert.equal(
      (await FolderSubscription.query().where('accountId', cast.otto.id).firstOrFail())
        .endedBecause,
      'account_deactivated'
    )
  })

  test('what somebody has in the own agency comes back with the account', async ({ assert }) => {
    const { ada, lena, incoming } = await theCast()
    await AccountDeactivation.begin(lena, ada, 'Leave')
    await AccountDeactivation.end(lena, ada, 'Back', null)
    assert.equal((await reachOf(ada, incoming))?.level, 'contributor')
  })

  test('a suspended agency shares nothing any more, in both directions', async ({ assert }) => {
    const cast = await theCast()
    const { lena, olga, otto, ada, opm, srr } = cast
    await (await offer(cast)).accept(olga, otto)
    const own = await FolderSubscription.start(lena, srr, ada, 'viewer')
    await inTransaction((trx) =>
      organizationSuspended.tell({ organization: opm, by: lena, because: 'Test' }, trx)
    )
    assert.isUndefined(await reach(cast))
    assert.isTrue((await FolderSubscription.findOrFail(own.id)).isLive(now()))
  })

  test('one that is over by its day makes room for the next', async ({ assert }) => {
    const { lena, ada, srr } = await theCast()
    const expiresAt = now() - day
    const old = await FolderSubscription.start(lena, srr, ada, { level: 'viewer', expiresAt })
    await FolderSubscription.start(lena, srr, ada, 'manager')
    assert.include((await FolderSubscription.findOrFail(old.id)).$attributes, {
      endedAt: expiresAt,
      endedBecause: 'expired',
    })
  })

  test('a partner’s person is accepted by the partner’s administrator', async ({ assert }) => {
    const cast = await theCast()
    const rita = await person(cast.opm, 'rita', 'Rita Rivers', 'organization_administrator')
    const made = await offer(cast)
    assert.isNotNull(await made.accept(rita, cast.otto))
  })
})
