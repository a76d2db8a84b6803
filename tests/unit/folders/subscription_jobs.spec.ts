import AuditEntry from '#app/audit/audit_entry'
import { theService } from '#app/audit/actor'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import { remindOfOffers } from '#app/folders/offers/offer_reminding'
import { sendDigests } from '#app/folders/requests/request_digest'
import { closeExpired, noticeExpiry } from '#app/folders/subscriptions/subscription_expiry'
import SubscriptionOffer from '#app/folders/offers/subscription_offer'
import Message from '#app/messages/message'
import { day, now } from '#app/shared/clock'
import { person, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { promised, written } from '#tests/support/mails'
import { test } from '@japa/runner'

type Cast = Awaited<ReturnType<typeof theCast>>

const offer = ({ lena, incoming, opm }: Cast) =>
  SubscriptionOffer.make(lena, incoming, {
    askedOrganization: opm,
    named: 'otto@example.gov',
    fullName: 'Otto Orr',
    level: 'viewer',
    purpose: 'Quarterly report',
  })

const cameBefore = (id: string, days: number) =>
  SubscriptionOffer.query()
    .where({ id })
    .update({ createdAt: now() - days * day })

/** Otto in Incoming for so many days more, since long ago. */
async function endingIn({ incoming, otto }: Cast, days: number) {
  const expiresAt = now() + days * day
  const { id } = await FolderSubscription.start(theService, incoming, otto, {
    level: 'viewer',
    shownAs: 'Shared report',
    expiresAt,
  })
  await FolderSubscription.query()
    .where({ id })
    .update({ createdAt: now() - 100 * day })
  return id
}

test.group('What ends by its day', (group) => {
  group.each.setup(undone)

  test('is closed as of that day, recorded, and told to the person; once', async ({ assert }) => {
    const cast = await theCast()
    const id = await endingIn(cast, -2)
    const open = await endingIn({ ...cast, otto: cast.olga }, 2)
    assert.deepEqual(await closeExpired(now()), { closed: 1 })
    assert.deepEqual(await closeExpired(now()), { closed: 0 })
    const closed = await FolderSubscription.findOrFail(id)
    assert.equal(closed.endedBecause, 'expired')
    assert.equal(closed.endedAt, closed.expiresAt)
    assert.isNull((await FolderSubscription.findOrFail(open)).endedAt)
    assert.lengthOf(await AuditEntry.query().where('event', 'subscription.ended'), 1)
    assert.deepEqual(await promised(), ['subscription_ended to otto@example.gov'])
    assert.include(await written('subscription_ended'), 'ended, as it was to')
  })

  test('is told 14 and 3 days before, once each, to the person and both sides', async ({
    assert,
  }) => {
    const cast = await theCast()
    await endingIn(cast, 20)
    assert.deepEqual(await noticeExpiry(now()), { noticed: 0 })
    assert.deepEqual(await noticeExpiry(now() + 7 * day), { noticed: 1 })
    assert.deepEqual(await noticeExpiry(now() + 8 * day), { noticed: 0 })
    assert.sameMembers(await promised(), [
      'subscription_ends_soon to otto@example.gov',
      'subscriptions_end_soon to lena@example.gov',
      'subscriptions_end_soon to olga@example.gov',
    ])
    const mail = await written('subscriptions_end_soon')
    assert.include(mail, 'Otto Orr (otto), Shared report of Department of Labor')
    assert.notInclude(mail, 'Incoming')
    assert.deepEqual(await noticeExpiry(now() + 18 * day), { noticed: 1 })
    assert.deepEqual(await noticeExpiry(now() + 19 * day), { noticed: 0 })
    assert.lengthOf(await Message.all(), 6)
  })

  test('is not told to who chose so short a time just now', async ({ assert }) => {
    const { incoming, otto } = await theCast()
    const terms = { level: 'viewer' as const, expiresAt: now() + 10 * day }
    await FolderSubscription.start(theService, incoming, otto, terms)
    assert.deepEqual(await noticeExpiry(now()), { noticed: 0 })
    assert.deepEqual(await noticeExpiry(now() + 8 * day), { noticed: 1 })
  })
})

test.group('Offers that wait', (group) => {
  group.each.setup(undone)

  test('remind the primary liaison after two days, the alternate after four, and lapse after thirty', async ({
    assert,
  }) => {
    const cast = await theCast()
    const oona = await person(cast.opm, 'oona', 'Oona Oh', 'liaison')
    await oona.related('grants').query().update({ rank: 2 })
    await cast.olga.related('grants').query().update({ rank: 1 })
    const { id } = await offer(cast)
    const nothing = { lapsed: 0, escalated: 0, reminded: 0 }
    assert.deepEqual(await remindOfOffers(now() + day), nothing)

    await cameBefore(id, 2)
    assert.deepEqual(await remindOfOffers(now()), { ...nothing, reminded: 1 })
    assert.deepEqual(await remindOfOffers(now()), nothing)
    assert.deepEqual(await promised(), ['offer_reminder to olga@example.gov'])

    await cameBefore(id, 4)
    assert.deepEqual(await remindOfOffers(now()), { ...nothing, escalated: 1 })
    assert.deepEqual(await remindOfOffers(now()), nothing)
    assert.sameMembers(await promised(), [
      'offer_reminder to olga@example.gov',
      'offer_reminder to oona@example.gov',
      'offer_passed_on to lena@example.gov',
    ])
    assert.notInclude(await written('offer_passed_on'), '(otto)')

    await cameBefore(id, 30)
    assert.deepEqual(await remindOfOffers(now()), { ...nothing, lapsed: 1 })
    assert.deepEqual(await remindOfOffers(now()), nothing)
    const lapsed = await SubscriptionOffer.findOrFail(id)
    assert.equal(lapsed.status, 'lapsed')
    assert.include(await written('offer_lapsed'), 'Nobody answered within 30 days.')
    assert.isNull(await written('offer_reminder'))
    assert.lengthOf(await AuditEntry.query().where('event', 'offer.lapsed'), 1)
    assert.lengthOf(await Message.query().where('accountId', cast.otto.id), 0)
  })

  test('with one liaison alone nothing is said to be passed on', async ({ assert }) => {
    const cast = await theCast()
    const { id } = await offer(cast)
    await cameBefore(id, 4)
    await remindOfOffers(now())
    assert.deepEqual(await promised(), ['offer_reminder to olga@example.gov'])
  })
})

test.group('The daily digest', (group) => {
  group.each.setup(undone)

  test('lists what waits for those who chose it, and comes only if something does', async ({
    assert,
  }) => {
    const cast = await theCast()
    await cast.olga.merge({ requestNotices: 'daily' }).save()
    assert.deepEqual(await sendDigests(now()), { sent: 0 })
    await offer(cast)
    assert.deepEqual(await sendDigests(now()), { sent: 1 })
    assert.deepEqual(await promised(), ['requests_digest to olga@example.gov'])
    const mail = await written('requests_digest')
    assert.include(mail, 'Department of Labor offers “Incoming” to Otto Orr (otto@example.gov)')
    await SubscriptionOffer.query().delete()
    assert.isNull(await written('requests_digest'))
  })

  test('is nobody’s who answers for nothing', async ({ assert }) => {
    const cast = await theCast()
    await cast.otto.merge({ requestNotices: 'daily' }).save()
    await offer(cast)
    assert.deepEqual(await sendDigests(now()), { sent: 0 })
  })
})
