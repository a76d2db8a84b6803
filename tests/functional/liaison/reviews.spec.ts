import AccessReview from '#app/folders/reviews/access_review'
import AccessReviewItem from '#app/folders/reviews/access_review_item'
import {
  closeDueReviews,
  quarterBegunAt,
  remindOfReviews,
  startQuarterlyReviews,
} from '#app/folders/reviews/access_review_clock'
import AccountDeactivation from '#app/accounts/keeping/account_deactivation'
import AuditEntry from '#app/audit/audit_entry'
import Folder from '#app/folders/folder'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import Message from '#app/messages/message'
import { deliverDue } from '#app/messages/deliver'
import { day, now } from '#app/shared/clock'
import { person, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { PlainBrowser } from '#tests/support/plain_browser'
import { PostOffice } from '#tests/support/post_office'
import { rowsOf, tableOf } from '#tests/support/table'
import { test } from '@japa/runner'

/** Ann of DOL, Otto of OPM, Ada and Lena herself have something of DOL's; a review of it is open. */
async function aReview() {
  const cast = await theCast()
  const { dol, lena, otto, srr, incoming } = cast
  const ann = await person(dol, 'ann', 'Ann Ash')
  await FolderSubscription.start(lena, srr, ann, { level: 'viewer', purpose: 'Audit' })
  await FolderSubscription.start(lena, incoming, otto, 'viewer')
  await FolderSubscription.start(lena, incoming, lena, 'manager')
  const review = (await AccessReview.start(lena, dol))!
  return { ...cast, ann, review, item: itemOf(review) }
}

const itemOf = (review: AccessReview) => async (accountId: string) =>
  AccessReviewItem.query()
    .where('reviewId', review.id)
    .whereHas('subscription', (subscription) => subscription.where('accountId', accountId))
    .firstOrFail()

type Reviewed = Awaited<ReturnType<typeof aReview>>

const decide = async ({ review }: Reviewed, fields: Record<string, string>, who = 'lena') => {
  const browser = await PlainBrowser.signIn(who)
  await browser.open(`/liaison/reviews/${review.id}`)
  const answer = await browser.send(`/liaison/reviews/${review.id}/decisions`, fields)
  return { browser, status: answer.status }
}

const liveOf = (accountId: string) =>
  FolderSubscription.query()
    .where({ accountId })
    .withScopes((scopes) => scopes.live(now()))

const events = async (event: string) => (await AuditEntry.query().where({ event })).length
const mails = async (kind: string) =>
  (await Message.query().where({ kind })).map((one) => one.accountId)

test.group('Access review', (group) => {
  group.each.setup(undone)

  test('a liaison starts one, and a second start finds it open', async ({ assert }) => {
    await theCast()
    const browser = await PlainBrowser.signIn('lena')
    await browser.open('/liaison/reviews')
    assert.include(browser.text, 'There has been no review yet.')
    await browser.send('/liaison/reviews')
    assert.include(browser.text, '0 of 1 decided.')
    await browser.open('/liaison/reviews')
    assert.notInclude(browser.html, 'Start a review now')
    await browser.send('/liaison/reviews')
    assert.include(browser.text, 'A review is open already')
    assert.lengthOf(await AccessReview.all(), 1)
    assert.equal(await events('access_review.started'), 1)
  })

  test('rows stand by path and person; nothing is chosen beforehand', async ({ assert }) => {
    const reviewed = await aReview()
    const browser = await PlainBrowser.signIn('lena')
    await browser.open(`/liaison/reviews/${reviewed.review.id}`)
    assert.deepEqual(
      tableOf(browser.html).map((row) => row[0].split(' ')[0]),
      ['Ann', 'Ada', 'Lena', 'Otto']
    )
    assert.notInclude(browser.html, 'checked')
  })

  test('keep, change and end in one form; what is open stays for later', async ({ assert }) => {
    const reviewed = await aReview()
    const { ann, ada, otto, item, review } = reviewed
    const [kept, ended, changed] = [await item(ada.id), await item(otto.id), await item(ann.id)]
    const { browser } = await decide(reviewed, {
      'items[0]': kept.id,
      'items[1]': ended.id,
      'items[2]': changed.id,
      [`decisions[${kept.id}]`]: 'keep',
      [`decisions[${ended.id}]`]: 'end',
      [`decisions[${changed.id}]`]: 'change',
    })
    assert.include(browser.text, 'Saved: 1 kept, 1 ended.')
    assert.include(browser.text, 'Change access')
    assert.lengthOf(await liveOf(otto.id), 0)

    await browser.send(`/liaison/reviews/${review.id}/changes`, {
      'items[0]': changed.id,
      [`levels[${changed.id}]`]: 'contributor',
      [`ends[${changed.id}]`]: '2099-01-31',
    })
    assert.include(browser.text, 'Saved: 1 changed.')
    const [subscription] = await liveOf(ann.id)
    assert.include(subscription.$attributes, { level: 'contributor', purpose: 'Audit' })
    assert.equal(subscription.replacesId, changed.subscriptionId)
    assert.isNotNull(subscription.expiresAt)
    await review.refresh()
    assert.equal(review.decidedCount, 3)
    assert.isTrue(review.isOpen)
    assert.equal(await events('access_review.kept'), 1)
  })

  test('an end date that has passed is refused beside its field', async ({ assert }) => {
    const reviewed = await aReview()
    const changed = await reviewed.item(reviewed.ann.id)
    const browser = await PlainBrowser.signIn('lena')
    await browser.open(
      `/liaison/reviews/${reviewed.review.id}/changes/create?items[]=${changed.id}`
    )
    await browser.send(`/liaison/reviews/${reviewed.review.id}/changes`, {
      'items[0]': changed.id,
      [`levels[${changed.id}]`]: 'manager',
      [`ends[${changed.id}]`]: '2020-01-31',
    })
    assert.include(browser.text, 'Choose an end date that lies ahead.')
    assert.include(browser.html, '2020-01-31')
    await changed.refresh()
    assert.isNull(changed.decision)
  })

  test('keep all on this page honours what was chosen', async ({ assert }) => {
    const reviewed = await aReview()
    const { ann, ada, item, review } = reviewed
    const [one, other] = [await item(ann.id), await item(ada.id)]
    await decide(reviewed, {
      'items[0]': one.id,
      'items[1]': other.id,
      [`decisions[${one.id}]`]: 'end',
      'all': 'keep',
    })
    await one.refresh()
    await other.refresh()
    assert.deepEqual([one.decision, other.decision], ['end', 'keep'])
    await review.refresh()
    assert.equal(review.decidedCount, 2)
  })

  test('a second save of the same rows changes nothing', async ({ assert }) => {
    const reviewed = await aReview()
    const one = await reviewed.item(reviewed.ann.id)
    const fields = { 'items[0]': one.id, [`decisions[${one.id}]`]: 'keep' }
    await decide(reviewed, fields)
    const { browser } = await decide(reviewed, { ...fields, [`decisions[${one.id}]`]: 'end' })
    assert.include(browser.text, 'Nothing was decided.')
    assert.lengthOf(await liveOf(reviewed.ann.id), 1)
    await reviewed.review.refresh()
    assert.equal(reviewed.review.decidedCount, 1)
  })

  test('what ended or changed meanwhile is skipped', async ({ assert }) => {
    const reviewed = await aReview()
    const one = await reviewed.item(reviewed.ann.id)
    const subscription = await FolderSubscription.findOrFail(one.subscriptionId)
    await subscription.end(reviewed.lena)
    const { browser } = await decide(reviewed, { 'items[0]': one.id, 'all': 'keep' })
    assert.include(browser.text, 'Saved: 1 skipped.')
    assert.equal(await events('access_review.kept'), 0)
  })

  test('nobody confirms their own access, unless there is no other liaison', async ({ assert }) => {
    const reviewed = await aReview()
    const { dol, lena, item } = reviewed
    const lisa = await person(dol, 'lisa', 'Lisa Low', 'liaison')
    const own = await item(lena.id)
    const fields = { 'items[0]': own.id, [`decisions[${own.id}]`]: 'keep' }
    const { browser } = await decide(reviewed, fields)
    assert.include(browser.text, 'Nobody confirms their own access.')
    assert.include(browser.text, 'another liaison of your agency decides about it')
    assert.equal(await events('action.refused'), 1)
    await own.refresh()
    assert.isNull(own.decision)

    await decide(reviewed, fields, 'lisa')
    await own.refresh()
    assert.include(own.$attributes, { decision: 'keep', decidedBy: lisa.id })
  })

  test('the only liaison decides about the own access as well', async ({ assert }) => {
    const reviewed = await aReview()
    const own = await reviewed.item(reviewed.lena.id)
    await decide(reviewed, { 'items[0]': own.id, 'all': 'keep' })
    await own.refresh()
    assert.equal(own.decision, 'keep')
  })

  test('what another organization agreed to is not changed by one side', async ({ assert }) => {
    const reviewed = await aReview()
    const { otto, item, review } = reviewed
    const one = await item(otto.id)
    const browser = await PlainBrowser.signIn('lena')
    await browser.open(`/liaison/reviews/${review.id}/changes/create?items[]=${one.id}`)
    assert.include(browser.text, 'It is changed by a new offer')
    await browser.send(`/liaison/reviews/${review.id}/changes`, {
      'items[0]': one.id,
      [`levels[${one.id}]`]: 'manager',
    })
    assert.include(browser.text, 'is changed by a new offer. Keep or end it here.')
    const [subscription] = await liveOf(otto.id)
    assert.equal(subscription.level, 'viewer')
  })

  test('with the last decision the review is over', async ({ assert }) => {
    const reviewed = await aReview()
    const items = await AccessReviewItem.query().where('reviewId', reviewed.review.id)
    const ids = Object.fromEntries(items.map(({ id }, at) => [`items[${at}]`, id]))
    const { browser } = await decide(reviewed, { ...ids, all: 'keep' })
    assert.include(browser.text, 'All 4 are decided.')
    await reviewed.review.refresh()
    assert.isFalse(reviewed.review.isOpen)
    assert.equal(await events('access_review.closed'), 1)
    await browser.open(`/liaison/reviews/${reviewed.review.id}/export`)
    assert.deepEqual(
      rowsOf(browser.html).map((row) => `${row[0]}: ${row[9]} by ${row[11]}`),
      [
        'Ann Ash: Kept by Lena Long',
        'Ada Adams: Kept by Lena Long',
        'Lena Long: Kept by Lena Long',
        'Otto Orr: Kept by Lena Long',
      ]
    )
  })

  test('another agency’s review does not exist, whatever is sent to it', async ({ assert }) => {
    const reviewed = await aReview()
    const { review, item, ada } = reviewed
    const one = await item(ada.id)
    const browser = await PlainBrowser.signIn('olga')
    for (const path of [`/liaison/reviews/${review.id}`, `/liaison/reviews/${review.id}/export`]) {
      assert.equal((await browser.open(path)).status, 404)
    }
    await browser.open('/liaison/reviews')
    const fields = { 'items[0]': one.id, 'all': 'keep', 'organization_id': reviewed.dol.id }
    const { status } = await browser.send(`/liaison/reviews/${review.id}/decisions`, fields)
    assert.equal(status, 404)
    await browser.open('/liaison/reviews')
    const restoring = await browser.send(`/liaison/review-items/${one.id}/restorations`)
    assert.equal(restoring.status, 404)
    await one.refresh()
    assert.isNull(one.decision)
  })

  test('rows of another review in the form are left alone', async ({ assert }) => {
    const reviewed = await aReview()
    const { olga, opm, otto } = reviewed
    const root = await Folder.make(olga, { name: 'OPM', organizationId: opm.id })
    await FolderSubscription.start(olga, root, otto, 'viewer')
    const other = (await AccessReview.start(olga, opm))!
    const foreign = await itemOf(other)(otto.id)
    const { browser } = await decide(reviewed, {
      'items[0]': foreign.id,
      [`decisions[${foreign.id}]`]: 'end',
    })
    assert.include(browser.text, 'Nothing was decided.')
    await foreign.refresh()
    assert.isNull(foreign.decision)
  })
})

test.group('The clock of access reviews', (group) => {
  group.each.setup(undone)

  test('a quarter begins on its first day in the service’s zone, and is caught up with for a week', ({
    assert,
  }) => {
    const at = (text: string) => quarterBegunAt(Date.parse(text))
    assert.equal(at('2027-01-01T05:00:00Z'), '2027-Q1')
    assert.isNull(at('2027-01-01T04:59:00Z'))
    assert.equal(at('2027-04-05T12:00:00Z'), '2027-Q2')
    assert.isNull(at('2027-04-20T12:00:00Z'))
  })

  test('each agency with subscriptions is reviewed once a quarter, and its liaisons hear of it', async ({
    assert,
  }) => {
    const { dol, lena } = await theCast()
    const asOf = Date.parse('2027-01-01T08:00:00Z')
    assert.equal(await startQuarterlyReviews(asOf), 1)
    assert.equal(await startQuarterlyReviews(asOf + day), 0)
    const review = await AccessReview.firstOrFail()
    assert.include(review.$attributes, {
      organizationId: dol.id,
      quarter: '2027-Q1',
      createdBy: null,
    })
    assert.deepEqual(await mails('access_review_started'), [lena.id])
  })

  test('a week and a day before the end the liaisons are told once each', async ({ assert }) => {
    const { review, lena } = await aReview()
    assert.equal(await remindOfReviews(review.dueAt - 8 * day), 0)
    assert.equal(await remindOfReviews(review.dueAt - 6 * day), 1)
    assert.equal(await remindOfReviews(review.dueAt - 5 * day), 0)
    assert.equal(await remindOfReviews(review.dueAt - day / 2), 1)
    assert.deepEqual(await mails('access_review_due'), [lena.id, lena.id])
  })

  test('what nobody confirmed is suspended, and who is concerned hears of it', async ({
    assert,
  }) => {
    const reviewed = await aReview()
    const { review, ann, ada, otto, olga, item } = reviewed
    await decide(reviewed, { 'items[0]': (await item(ada.id)).id, 'all': 'keep' })
    assert.equal(await closeDueReviews(review.dueAt - 1), 0)
    assert.equal(await closeDueReviews(review.dueAt), 3)
    assert.equal(await closeDueReviews(review.dueAt), 0)

    assert.lengthOf(await liveOf(ada.id), 1)
    assert.lengthOf(await liveOf(ann.id), 0)
    const { endedBecause } = await FolderSubscription.findOrFail(
      (await item(ann.id)).subscriptionId
    )
    assert.equal(endedBecause, 'not_reviewed')
    assert.sameMembers(await mails('access_suspended'), [
      ann.id,
      otto.id,
      olga.id,
      reviewed.lena.id,
    ])
    await review.refresh()
    assert.isFalse(review.isOpen)
    assert.equal(review.decidedCount, 4)
  })

  test('the mails say what happened, without the tree of folders', async ({ assert, cleanup }) => {
    const { review } = await aReview()
    await remindOfReviews(review.dueAt - day / 2)
    await closeDueReviews(review.dueAt)
    const office = await new PostOffice().open()
    cleanup(() => office.close())
    await deliverDue(now(), { mailer: office.mailer() })
    const texts = office.letters.map(({ text }) => text!)
    assert.isTrue(
      texts.some((text) => text.includes('the folder "Incoming" of Department of Labor'))
    )
    assert.isTrue(texts.every((text) => !text.includes('/DOL/SRR')))
  })
})

test.group('Restoring what a review suspended', (group) => {
  group.each.setup(undone)

  async function suspended() {
    const reviewed = await aReview()
    await closeDueReviews(reviewed.review.dueAt)
    return reviewed
  }

  const restore = async ({ review }: Reviewed, item: AccessReviewItem, who = 'lena') => {
    const browser = await PlainBrowser.signIn(who)
    await browser.open(`/liaison/reviews/${review.id}?shown=suspended`)
    await browser.send(`/liaison/review-items/${item.id}/restorations`)
    return browser
  }

  test('it comes back with the same terms, once, and the person is told', async ({ assert }) => {
    const reviewed = await suspended()
    const { ann, item } = reviewed
    const one = await item(ann.id)
    const browser = await restore(reviewed, one)
    assert.include(browser.text, 'Ann Ash has access to SRR again.')
    const [subscription] = await liveOf(ann.id)
    assert.include(subscription.$attributes, { level: 'viewer', purpose: 'Audit' })
    assert.equal(subscription.replacesId, one.subscriptionId)
    assert.deepEqual(await mails('access_restored'), [ann.id])
    assert.equal(await events('access_review.restored'), 1)

    const again = await restore(reviewed, one)
    assert.include(again.text, 'Not restored.')
    assert.lengthOf(await liveOf(ann.id), 1)
  })

  test('across agencies the other liaison is told, too', async ({ assert }) => {
    const reviewed = await suspended()
    await restore(reviewed, await reviewed.item(reviewed.otto.id))
    assert.sameMembers(await mails('access_restored'), [reviewed.otto.id, reviewed.olga.id])
    assert.lengthOf(await liveOf(reviewed.otto.id), 1)
  })

  test('not after 30 days', async ({ assert }) => {
    const reviewed = await suspended()
    const one = await reviewed.item(reviewed.ann.id)
    await one.merge({ decidedAt: now() - 30 * day }).save()
    const browser = await restore(reviewed, one)
    assert.include(browser.text, 'It was suspended too long ago.')
    assert.lengthOf(await liveOf(reviewed.ann.id), 0)
  })

  test('not if the account was deactivated meanwhile', async ({ assert }) => {
    const reviewed = await suspended()
    const { ann, lena } = reviewed
    await AccountDeactivation.begin(lena, ann, 'Leave')
    await AccountDeactivation.end(lena, ann, 'Back', null)
    const browser = await restore(reviewed, await reviewed.item(ann.id))
    assert.include(browser.text, 'was deactivated meanwhile')
    assert.lengthOf(await liveOf(ann.id), 0)
    assert.equal(await events('access_review.restored'), 0)
  })

  test('not if the person was given access anew', async ({ assert }) => {
    const reviewed = await suspended()
    const { ann, lena, srr } = reviewed
    await FolderSubscription.start(lena, srr, ann, 'manager')
    const browser = await restore(reviewed, await reviewed.item(ann.id))
    assert.include(browser.text, 'has been given access there anew')
    assert.lengthOf(await liveOf(ann.id), 1)
  })

  test('not across agencies once the other side has ended it', async ({ assert }) => {
    const reviewed = await suspended()
    const { otto, olga, lena, incoming } = reviewed
    const anew = await FolderSubscription.start(lena, incoming, otto, 'viewer')
    await anew.end(olga)
    const browser = await restore(reviewed, await reviewed.item(otto.id))
    assert.include(browser.text, 'ended meanwhile. Offer the access anew.')
    assert.lengthOf(await liveOf(otto.id), 0)
  })
})
