import { tellLiaisons } from '#app/accounts/liaisons/liaison_notices'
import { theService } from '#app/audit/actor'
import { inbox } from '#app/folders/requests/inbox'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import SubscriptionOffer from '#app/folders/offers/subscription_offer'
import { day, now } from '#app/shared/clock'
import { inTransaction } from '#app/shared/transaction'
import { person, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { FormBrowser } from '#tests/support/form_browser'
import { promised } from '#tests/support/mails'
import { test } from '@japa/runner'

type Cast = Awaited<ReturnType<typeof theCast>>

const offer = ({ lena, incoming, opm }: Cast, named = 'otto', more = {}) =>
  SubscriptionOffer.make(lena, incoming, {
    askedOrganization: opm,
    named,
    fullName: 'Otto Orr',
    level: 'viewer',
    shownAs: 'Shared report',
    purpose: 'Quarterly report',
    ...more,
  })

test.group('Requests', (group) => {
  group.each.setup(undone)

  test('each side sees what waits, at us and at others, with its age and what yes does', async ({
    assert,
  }) => {
    const cast = await theCast()
    await offer(cast)
    const asked = await FormBrowser.signIn('olga')
    await asked.open('/liaison/requests')
    assert.include(asked.text, 'Department of Labor offers “Shared report” to Otto Orr (otto)')
    assert.include(asked.text, 'The person can open it at once, as viewer.')
    assert.include(asked.text, 'Offers to our people (1)')
    assert.notInclude(asked.text, 'Incoming')
    const offering = await FormBrowser.signIn('lena')
    await offering.open('/liaison/requests')
    assert.include(offering.text, 'Our offers, waiting (1)')
    assert.include(offering.text, 'The subscription starts by itself, as viewer.')
    const [one] = await SubscriptionOffer.all()
    await one.decline(cast.olga, 'Not now')
    await offering.open('/liaison/requests')
    assert.include(offering.text, 'Refused lately (1)')
    assert.include(offering.text, 'Not now')
    await asked.open('/liaison/requests')
    assert.notInclude(asked.text, 'Shared report')
  })

  test('what waits for us is counted in the navigation and on the overview', async ({ assert }) => {
    const cast = await theCast()
    await offer(cast)
    await offer(cast, 'second')
    const asked = await FormBrowser.signIn('olga')
    await asked.open('/liaison')
    assert.include(asked.text, 'Requests (2)')
    assert.include(asked.text, 'Liaison (2)')
    assert.include(asked.text, 'What waits for you')
    assert.include(asked.text, 'Otto Orr (second)')
    const offering = await FormBrowser.signIn('lena')
    await offering.open('/liaison')
    assert.notInclude(offering.text, 'Requests (')
    assert.include(offering.text, 'Our offers, waiting (2)')
  })

  test('what will end within 30 days is there, ours and of our people', async ({ assert }) => {
    const { lena, otto, ada, srr, olga } = await theCast()
    const start = FolderSubscription.start.bind(FolderSubscription, theService)
    await start(srr, otto, { level: 'viewer', shownAs: 'Soon', expiresAt: now() + 10 * day })
    await start(srr, ada, { level: 'viewer', expiresAt: now() + 40 * day })
    await ada.merge({ endsAt: now() + 5 * day }).save()
    const ours = await inbox.list(lena, { only: 'ending', place: {} })
    assert.deepEqual(
      ours.rows.map(({ title }) => title),
      ['The account of Ada Adams (ada) ends', 'Otto Orr (otto) loses “Soon”']
    )
    const theirs = await inbox.list(olga, { place: {} })
    assert.deepEqual(
      theirs.rows.map(({ title, asked }) => [title, asked]),
      [['Otto Orr (otto) loses “Soon”', 'The agency of the folder']]
    )
  })

  test('pages lead through all of it by key, the oldest first', async ({ assert }) => {
    const cast = await theCast()
    for (let n = 1; n <= 60; n++) {
      const { id } = await offer(cast, `person${n}`)
      await SubscriptionOffer.query()
        .where({ id })
        .update({ createdAt: now() - n * day })
    }
    const asked = await FormBrowser.signIn('olga')
    await asked.open('/liaison/requests?only=offers_to_us')
    assert.include(asked.text, '(person60)')
    assert.notInclude(asked.text, '(person10)')
    const next = /href="([^"]+)" rel="next"/.exec(asked.html)![1].replaceAll('&amp;', '&')
    await asked.open(`/liaison/requests${next}`)
    assert.include(asked.text, '(person10)')
    assert.notInclude(asked.text, '(person60)')
    const back = /href="([^"]+)" rel="prev"/.exec(asked.html)![1].replaceAll('&amp;', '&')
    await asked.open(`/liaison/requests${back}`)
    assert.include(asked.text, '(person60)')
    for (const wrong of ['after=1.x', 'only=nothing', 'at=nowhere', 'before=']) {
      assert.equal((await asked.open(`/liaison/requests?${wrong}`)).status, 200)
    }
  })

  test('a liaison chooses how to be told', async ({ assert }) => {
    const cast = await theCast()
    const asked = await FormBrowser.signIn('olga')
    await asked.open('/liaison/requests')
    await asked.send('/liaison/requests/notices?_method=PUT', { request_notices: 'daily' })
    assert.include(asked.text, 'You get one mail each morning.')
    await cast.olga.refresh()
    assert.equal(cast.olga.requestNotices, 'daily')
    await asked.send('/liaison/requests/notices?_method=PUT', { request_notices: 'never' })
    assert.include(asked.text, 'Choose one of the two.')
    const tell = () =>
      inTransaction((trx) => tellLiaisons(cast.opm.id, 'offer_reminder', { offerId: 'x' }, trx))
    await tell()
    assert.deepEqual(await promised(), [])
    const first = await person(cast.opm, 'first', 'First Liaison', 'liaison')
    await first.related('grants').query().update({ rank: 1 })
    await tell()
    assert.deepEqual(await promised(), ['offer_reminder to first@example.gov'])

    await first.merge({ requestNotices: 'daily' }).save()
    const second = await person(cast.opm, 'second', 'Second Liaison', 'liaison')
    await second.related('grants').query().update({ rank: 2 })
    await tell()
    assert.sameMembers(await promised(), [
      'offer_reminder to first@example.gov',
      'offer_reminder to second@example.gov',
    ])
  })

  test('nobody else opens it: {$self}')
    .with(['ada', 'otto'] as const)
    .run(async ({ assert }, who) => {
      await theCast()
      const browser = await FormBrowser.signIn(who)
      assert.equal((await browser.open('/liaison/requests')).status, 403)
      await browser.open('/home')
      const path = '/liaison/requests/notices?_method=PUT'
      assert.equal((await browser.send(path, { request_notices: 'daily' })).status, 403)
    })
})
