import { theService } from '#app/audit/actor'
import AuditEntry from '#app/audit/audit_entry'
import Folder from '#app/folders/folder'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import { reachOf } from '#app/folders/reach'
import SubscriptionOffer from '#app/folders/offers/subscription_offer'
import Message from '#app/messages/message'
import { day, now } from '#app/shared/clock'
import { theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { promised, written } from '#tests/support/mails'
import { FormBrowser } from '#tests/support/form_browser'
import { received } from '#tests/support/received'
import { test } from '@japa/runner'

type Cast = Awaited<ReturnType<typeof theCast>>

/** Otto in Incoming, agreed to by both sides. */
async function shared({ lena, olga, otto, incoming, opm }: Cast, more = {}) {
  const offer = await SubscriptionOffer.make(lena, incoming, {
    askedOrganization: opm,
    named: 'otto',
    fullName: 'Otto Orr',
    level: 'contributor',
    shownAs: 'Shared report',
    purpose: 'Quarterly report',
    expiresAt: now() + 100 * day,
    ...more,
  })
  const subscription = (await offer.accept(olga, otto))!
  await Message.query().delete()
  return subscription
}

const own = ({ ada }: Cast) => FolderSubscription.findByOrFail('accountId', ada.id)
const live = (accountId: string) =>
  FolderSubscription.query().where({ accountId }).whereNull('endedAt')
const reach = async ({ otto, incoming }: Cast) =>
  (await reachOf((await otto.renew()).wasRead(), incoming))?.level

async function change(
  browser: FormBrowser,
  { id }: FolderSubscription,
  fields: Record<string, string>
) {
  await browser.open(`/liaison/subscriptions/${id}/changes/create`)
  return browser.send(`/liaison/subscriptions/${id}/changes`, fields)
}

test.group('Changing access', (group) => {
  group.each.setup(undone)

  test('in the own agency it ends and is replaced, and the person is told', async ({ assert }) => {
    const cast = await theCast()
    const old = await own(cast)
    const hers = await FormBrowser.signIn('lena')
    await change(hers, old, { level: 'manager', shown_as: 'In-tray', purpose: 'New duty' })
    assert.include(hers.text, 'Changed for Ada Adams (ada), from now on.')
    await old.refresh()
    assert.equal(old.endedBecause, 'changed')
    const [next] = await live(cast.ada.id)
    assert.include(next.$attributes, {
      level: 'manager',
      shownAs: 'In-tray',
      purpose: 'New duty',
      replacesId: old.id,
    })
    assert.deepEqual(await promised(), ['subscription_changed to ada@example.gov'])
    assert.include(await written('subscription_changed'), 'Manager')

    await change(hers, next, { level: 'manager', shown_as: 'In-tray', purpose: 'New duty' })
    assert.include(hers.text, 'Nothing was different.')
    await change(hers, old, { level: 'viewer' })
    assert.include(hers.text, 'is over already')
    assert.lengthOf(await FolderSubscription.all(), 2)
  })

  test('across agencies less holds at once, and the other side is told', async ({ assert }) => {
    const cast = await theCast()
    const old = await shared(cast)
    const hers = await FormBrowser.signIn('lena')
    await change(hers, old, {
      level: 'viewer',
      purpose: 'Less',
      shown_as: 'Shared report',
      ends_on: dayOf(now() + 30 * day),
    })
    assert.equal(await reach(cast), 'viewer')
    assert.sameMembers(await promised(), [
      'subscription_changed to otto@example.gov',
      'subscription_changed_across to olga@example.gov',
    ])
    const mail = await written('subscription_changed_across')
    assert.include(mail, 'Otto Orr (otto)')
    assert.notInclude(mail, 'Incoming')
  })

  test('across agencies more is offered, and the old holds until it is accepted: {$self}')
    .with(['level', 'end'] as const)
    .run(async ({ assert }, more) => {
      const cast = await theCast()
      const old = await shared(cast)
      const hers = await FormBrowser.signIn('lena')
      const fields = { level: 'contributor', purpose: 'More', shown_as: 'Shared report' }
      await change(hers, old, {
        ...fields,
        ...(more === 'level' ? { level: 'manager', ends_on: dayOf(old.expiresAt!) } : {}),
      })
      assert.include(hers.text, 'is asked for more. Until somebody accepts there')
      assert.equal(await reach(cast), 'contributor')
      assert.deepEqual(await promised(), ['offers_made to olga@example.gov'])
      const offer = await SubscriptionOffer.findByOrFail('replacesId', old.id)

      await change(hers, old, { ...fields, level: 'manager' })
      assert.include(hers.text, 'A change of this subscription waits for its answer.')
      await hers.open(`/liaison/subscriptions/${old.id}`)
      assert.include(hers.html, `/liaison/offers/${offer.id}`)

      const theirs = await FormBrowser.signIn('olga')
      await theirs.open(`/liaison/offers/${offer.id}`)
      assert.include(theirs.text, 'It takes the place of what Otto Orr has there now: contributor.')
      await theirs.send(`/liaison/offers/${offer.id}/acceptances`, { username: 'otto' })
      const [next] = await live(cast.otto.id)
      assert.equal(next.replacesId, old.id)
      assert.equal(await reach(cast), more === 'level' ? 'manager' : 'contributor')
    })

  test('what was offered for more ends with the access itself', async ({ assert }) => {
    const cast = await theCast()
    const old = await shared(cast)
    const hers = await FormBrowser.signIn('lena')
    await change(hers, old, { level: 'manager', purpose: 'More' })
    const offer = await SubscriptionOffer.findByOrFail('replacesId', old.id)
    await hers.open(`/liaison/subscriptions/${old.id}`)
    await hers.send(`/liaison/subscriptions/${old.id}/endings`)
    const theirs = await FormBrowser.signIn('olga')
    await theirs.open('/liaison')
    await theirs.send(`/liaison/offers/${offer.id}/acceptances`, { username: 'otto' })
    assert.include(theirs.text, 'decided before')
    assert.isUndefined(await reach(cast))
  })

  test('the person’s side may end, not change; others find nothing: {$self}')
    .with(['ada', 'otto', 'olga'] as const)
    .run(async ({ assert }, who) => {
      const cast = await theCast()
      const [mine, both] = [await own(cast), await shared(cast)]
      const browser = await FormBrowser.signIn(who)
      await browser.open('/home')
      const asked = async (path: string, fields = {}) =>
        (await browser.send(`/liaison/subscriptions/${path}`, fields)).status
      const refused = who === 'olga' ? 404 : 403
      assert.equal(await asked(`${mine.id}/changes`, { level: 'viewer' }), refused)
      assert.equal(await asked(`${mine.id}/endings`), refused)
      assert.equal(await asked(`${mine.id}/restarts`), refused)
      assert.equal(await asked(`${both.id}/changes`, { level: 'viewer', purpose: 'x' }), refused)
      assert.equal((await browser.open(`/liaison/subscriptions/${mine.id}`)).status, refused)
      const page = await browser.open(`/liaison/subscriptions/${both.id}`)
      assert.equal(page.status, who === 'olga' ? 200 : 403)
      if (who === 'olga') assert.notInclude(browser.text, 'Incoming')
      assert.lengthOf(await live(cast.ada.id), 1)
      assert.lengthOf(await live(cast.otto.id), 1)
      assert.isAbove((await AuditEntry.query().where('event', 'action.refused')).length, 3)
    })

  test('added fields move nothing to anybody else', async ({ assert }) => {
    const cast = await theCast()
    const old = await own(cast)
    const hers = await FormBrowser.signIn('lena')
    await change(hers, old, {
      level: 'viewer',
      account_id: cast.otto.id,
      folder_id: cast.root.id,
      organization_id: cast.opm.id,
      status: 'accepted',
    })
    const [next] = await live(cast.ada.id)
    assert.include(next.$attributes, { folderId: cast.incoming.id, level: 'viewer' })
    assert.lengthOf(await live(cast.otto.id), 0)
  })
})

test.group('Ending access', (group) => {
  group.each.setup(undone)

  test('in the own agency it can be undone, with the same terms', async ({ assert }) => {
    const cast = await theCast()
    const old = await own(cast)
    const hers = await FormBrowser.signIn('lena')
    await hers.open(`/liaison/subscriptions/${old.id}/endings/create`)
    assert.include(hers.text, 'Ada Adams (ada) of Department of Labor loses /DOL/SRR/Incoming')
    assert.include(hers.text, 'You can undo it right after.')
    await hers.send(`/liaison/subscriptions/${old.id}/endings`)
    assert.include(hers.text, 'Ended the access of Ada Adams (ada).')
    assert.include(hers.html, 'Undo</button>')
    assert.lengthOf(await live(cast.ada.id), 0)
    assert.include(await written('subscription_ended'), 'was ended on')

    await hers.send(`/liaison/subscriptions/${old.id}/restarts`)
    assert.include(hers.text, 'Ada Adams (ada) can open it again.')
    const [again] = await live(cast.ada.id)
    assert.include(again.$attributes, { level: 'contributor', replacesId: old.id })
    await hers.send(`/liaison/subscriptions/${old.id}/restarts`)
    assert.include(hers.text, 'Nothing was done')
    await hers.send(`/liaison/subscriptions/${old.id}/endings`)
    assert.include(hers.text, 'was over already')
    assert.lengthOf(await live(cast.ada.id), 1)
  })

  test('what another subscription still opens is said before', async ({ assert }) => {
    const cast = await theCast()
    await FolderSubscription.start(theService, cast.srr, cast.ada, 'viewer')
    const hers = await FormBrowser.signIn('lena')
    await hers.open(`/liaison/subscriptions/${(await own(cast)).id}/endings/create`)
    assert.include(hers.text, 'Other access to it stays: /DOL/SRR, as viewer')
  })

  test(
    'across agencies either side ends it, tells the other, and cannot take it back alone: {$self}'
  )
    .with(['lena', 'olga'] as const)
    .run(async ({ assert }, side) => {
      const cast = await theCast()
      const old = await shared(cast)
      const browser = await FormBrowser.signIn(side)
      await browser.open(`/liaison/subscriptions/${old.id}/endings/create`)
      assert.include(browser.text, 'You cannot take this back alone.')
      await browser.send(`/liaison/subscriptions/${old.id}/endings`)
      assert.include(browser.text, 'Both sides are told.')
      assert.notInclude(browser.html, 'Undo</button>')
      const other = side === 'lena' ? 'olga' : 'lena'
      assert.sameMembers(await promised(), [
        'subscription_ended to otto@example.gov',
        `subscription_ended_across to ${other}@example.gov`,
      ])
      const { status } = await browser.send(`/liaison/subscriptions/${old.id}/restarts`)
      assert.equal(status, side === 'lena' ? 200 : 404)
      assert.isUndefined(await reach(cast))
    })

  test('it holds on the next request, a running download’s further ranges included', async ({
    assert,
  }) => {
    const cast = await theCast()
    const old = await shared(cast)
    const file = await received(cast.incoming, cast.ada, 'long.bin', Buffer.alloc(4096, 'x'))
    const his = await FormBrowser.signIn('otto')
    const part = (range: string) =>
      fetch(`http://localhost:${process.env.PORT}/files/${file.id}/download`, {
        headers: { cookie: his.cookie, range },
        redirect: 'manual',
      })
    const first = await part('bytes=0-1023')
    assert.equal(first.status, 206)
    assert.lengthOf(Buffer.from(await first.arrayBuffer()), 1024)
    const theirs = await FormBrowser.signIn('olga')
    await theirs.open('/liaison')
    await theirs.send(`/liaison/subscriptions/${old.id}/endings`)
    const second = await part('bytes=1024-2047')
    assert.equal(second.status, 404)
    assert.notInclude(await second.text(), 'xxx')
    assert.equal((await his.open(`/folders/${cast.incoming.id}`)).status, 404)
    await his.open('/folders')
    assert.notInclude(his.text, 'Shared report')
  })

  test('a part of a home is nobody’s to give', async ({ assert }) => {
    const { ada, adasHome, dol } = await theCast()
    const details = { name: 'Private', organizationId: dol.id, parent: adasHome }
    const inside = await Folder.make(theService, details)
    const hers = await FormBrowser.signIn('lena')
    for (const folder of [adasHome, inside]) {
      const { status } = await hers.send('/liaison/subscriptions', {
        folder_id: folder.id,
        level: 'viewer',
        people: 'lena',
      })
      assert.equal(status, 404)
    }
    assert.lengthOf(await live(ada.id), 1)
  })
})

const dayOf = (at: number) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' }).format(at)
