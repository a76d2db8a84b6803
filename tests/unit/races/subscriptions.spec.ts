import { theService } from '#app/audit/actor'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import { acceptByOpening } from '#app/folders/offers/offer_answering'
import { subscribe, type Wish } from '#app/folders/subscriptions/subscribing'
import { changeSubscription } from '#app/folders/subscriptions/subscription_change'
import {
  endSubscription,
  restartSubscription,
} from '#app/folders/subscriptions/subscription_ending'
import SubscriptionOffer from '#app/folders/offers/subscription_offer'
import Account from '#app/accounts/account'
import Message from '#app/messages/message'
import { theCast } from '#tests/support/cast'
import { committed } from '#tests/support/database'
import { atOnce, times } from '#tests/support/races'
import { test } from '@japa/runner'

type Cast = Awaited<ReturnType<typeof theCast>>
const terms = {
  level: 'viewer' as const,
  shownAs: null,
  purpose: 'Report',
  agreementNumber: null,
  expiresAt: null,
}

const offer = ({ lena, incoming, opm }: Cast, named = 'otto') =>
  SubscriptionOffer.make(lena, incoming, {
    ...terms,
    askedOrganization: opm,
    named,
    fullName: 'Otto Orr',
  })

test.group('Subscriptions at the same moment', (group) => {
  group.each.setup(committed)

  test('subscribed twice at once somebody has it once', async ({ assert }) => {
    const { lena, srr } = await theCast()
    const wish: Wish = { folder: srr, people: 'lena\nada', terms, isSigned: false }
    const done = await atOnce(
      'folders',
      srr.id,
      times(3, () => subscribe(lena, wish))
    )
    const started = done.flatMap((one) => ('started' in one ? one.started : []))
    assert.lengthOf(started, 2)
    assert.lengthOf(await FolderSubscription.query().where('folderId', srr.id), 2)
    assert.lengthOf(await Message.all(), 2)
  })

  test('offered twice at once it waits once', async ({ assert }) => {
    const { lena, srr, opm } = await theCast()
    const wish: Wish = {
      folder: srr,
      organizationId: opm.id,
      people: 'otto Otto Orr',
      terms,
      isSigned: false,
    }
    await atOnce(
      'folders',
      srr.id,
      times(3, () => subscribe(lena, wish))
    )
    assert.lengthOf(await SubscriptionOffer.all(), 1)
    assert.lengthOf(await Message.all(), 1)
  })

  test('accepted, declined and withdrawn at once it ends one way', async ({ assert }) => {
    const cast = await theCast()
    const { id } = await offer(cast)
    const found = (who: Account) => SubscriptionOffer.findFor(who, id)
    const [a, b, c] = [await found(cast.olga), await found(cast.olga), await found(cast.lena)]
    const answers = await atOnce<unknown>('subscription_offers', id, [
      () => a.accept(cast.olga, cast.otto),
      () => b.decline(cast.olga, 'No'),
      () => c.withdraw(cast.lena, 'Mistake'),
    ])
    assert.lengthOf(answers.filter(Boolean), 1)
    const { status } = await SubscriptionOffer.findOrFail(id)
    const live = await FolderSubscription.query().where('accountId', cast.otto.id)
    assert.lengthOf(live, status === 'accepted' ? 1 : 0)
  })

  test('opened for twice at once there is one account', async ({ assert }) => {
    const cast = await theCast()
    const { id } = await offer(cast, 'new@example.gov')
    const opened = await atOnce(
      'subscription_offers',
      id,
      ['nora', 'nora2'].map((username) => async () => {
        const one = await SubscriptionOffer.findFor(cast.olga, id)
        return acceptByOpening(cast.olga, one, {
          username,
          fullName: 'Nora New',
          email: 'new@example.gov',
          credentialSource: 'local',
          mustChangePassword: false,
          first: 'mailed_link',
        })
      })
    )
    assert.lengthOf(opened.filter(Boolean), 1)
    assert.lengthOf(await Account.query().where('fullName', 'Nora New'), 1)
  })

  test('ended and changed at once, and undone twice, leaves at most one', async ({ assert }) => {
    const { lena, ada, srr } = await theCast()
    const one = await FolderSubscription.start(theService, srr, ada, 'viewer')
    const find = () => FolderSubscription.findFor(lena, one.id)
    const [a, b] = [await find(), await find()]
    await atOnce<unknown>('folder_subscriptions', one.id, [
      () => endSubscription(lena, a),
      () => changeSubscription(lena, b, { terms: { ...terms, level: 'manager' }, isSigned: false }),
    ])
    const live = await FolderSubscription.query().where('folderId', srr.id).whereNull('endedAt')
    assert.isAtMost(live.length, 1)
    for (const { id } of live) {
      await endSubscription(lena, await FolderSubscription.findFor(lena, id))
    }
    const [ended] = await FolderSubscription.query()
      .where({ folderId: srr.id, endedBecause: 'ended' })
      .preload('folder')
      .preload('account')
    const again = await atOnce(
      'folders',
      srr.id,
      times(3, () => restartSubscription(lena, ended))
    )
    assert.lengthOf(again.filter(Boolean), 1)
  })
})
