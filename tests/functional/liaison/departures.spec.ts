import Account from '#app/accounts/account'
import AccountDeactivation from '#app/accounts/keeping/account_deactivation'
import AccountSession from '#app/accounts/sessions/account_session'
import AuditEntry from '#app/audit/audit_entry'
import { theService } from '#app/audit/actor'
import Departure from '#app/folders/departures/departure'
import { carryOutDue } from '#app/folders/departures/departures_due'
import AccessRequest from '#app/folders/requests/access_request'
import Folder from '#app/folders/folder'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import { reachOf } from '#app/folders/reach'
import SubscriptionOffer from '#app/folders/offers/subscription_offer'
import { deliverDue } from '#app/messages/deliver'
import Message from '#app/messages/message'
import { day, hour, now } from '#app/shared/clock'
import service from '#config/service'
import { person, signedIn, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { PlainBrowser } from '#tests/support/plain_browser'
import { PostOffice } from '#tests/support/post_office'
import { received } from '#tests/support/received'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'

type Cast = Awaited<ReturnType<typeof theCast>>

const fields = (at: number, more: Record<string, string> = {}) => {
  const local = DateTime.fromMillis(at, { zone: service.timeZone })
  const left = { left_on: local.toFormat('yyyy-MM-dd'), left_at: local.toFormat('HH:mm') }
  return { ...left, home_days: '30', ...more }
}

async function leaves({ ada }: Cast, form: Record<string, string>, as = 'lena') {
  const visitor = await PlainBrowser.signIn(as)
  const address = `/liaison/accounts/${ada.id}/departure`
  await visitor.open(`${address}/create`)
  const answer = await visitor.open(address, {
    method: 'POST',
    body: new URLSearchParams({ ...form, _csrf: visitor.token }),
    headers: { referer: `http://localhost:${process.env.PORT}${address}/create` },
  })
  return { visitor, answer }
}

/** Ada in a folder of OPM's, with somebody from outside and an offer of her own. */
async function busyAda(cast: Cast) {
  const { ada, opm, olga, dol, incoming } = cast
  const policy = await Folder.make(theService, { name: 'Policy', organizationId: opm.id })
  const elsewhere = await FolderSubscription.start(olga, policy, ada, {
    level: 'viewer',
    shownAs: 'Shared with DOL',
  })
  const guest = await person(dol, 'guest', 'Gus Guest')
  await guest.merge({ sponsorId: ada.id, endsAt: now() + 30 * day }).save()
  const offer = await SubscriptionOffer.create({
    folderId: incoming.id,
    organizationId: dol.id,
    askedOrganizationId: opm.id,
    named: 'otto',
    namedKey: 'otto',
    level: 'viewer',
    purpose: 'Report',
    offeredBy: ada.id,
    status: 'pending',
  })
  const luis = await person(dol, 'luis', 'Luis Lopez', 'liaison')
  return { policy, elsewhere, guest, offer, luis }
}

test.group('Somebody has left', (group) => {
  group.each.setup(undone)

  test('and one form ends all access, hands over, and tells the others', async ({ assert }) => {
    const cast = await theCast()
    const { ada, adasHome, olga } = cast
    const { policy, elsewhere, guest, offer, luis } = await busyAda(cast)
    await received(adasHome, ada, 'plan.txt', 'hello')
    await signedIn(ada)
    const visitor = await PlainBrowser.signIn('lena')
    await visitor.open(`/liaison/accounts/${ada.id}/departure/create`)
    for (const part of [
      'Ada Adams has left',
      '/DOL/SRR/Incoming (contributor)',
      'Shared with DOL of Office of Policy and Management (viewer)',
      'Gus Guest (guest)',
      'Incoming, offered to otto of Office of Policy and Management',
      '1 file',
    ]) {
      assert.include(visitor.text, part)
    }
    assert.notInclude(visitor.text, '/Policy')

    const form = { sponsor_heir: 'lena', offers_heir: 'luis', home_heir: 'luis', note: 'Retired' }
    await visitor.send(`/liaison/accounts/${ada.id}/departure`, fields(now() - 3 * hour, form))
    assert.include(visitor.text, 'All access has ended.')
    assert.include(visitor.text, '3 hours')
    assert.match(visitor.text, /24-hour rule ?Kept/)
    for (const part of ['/DOL/SRR/Incoming (contributor)', 'Ended.', 'Lena Long (lena) answers']) {
      assert.include(visitor.text, part)
    }

    await ada.refresh()
    assert.isFalse(ada.isActive(now()))
    assert.lengthOf(await AccountSession.liveOf(ada, now()), 0)
    const ended = await FolderSubscription.query().where('accountId', ada.id).orderBy('id')
    assert.sameMembers(
      ended.map(({ endedBecause }) => endedBecause),
      ['departed', 'account_deactivated']
    )
    assert.equal((await Account.findOrFail(guest.id)).sponsorId, cast.lena.id)
    await offer.refresh()
    assert.include(offer.$attributes, { offeredBy: luis.id, status: 'pending' })
    const reach = await reachOf(luis, adasHome)
    assert.equal(reach!.level, 'viewer')
    assert.lengthOf(await AuditEntry.query().where('event', 'account.departed'), 1)

    assert.lengthOf(await Message.query().where('kind', 'sponsor_left'), 0)
    const told = await Message.query().where('kind', 'departure_elsewhere')
    assert.deepEqual(
      told.map(({ accountId }) => accountId),
      [olga.id]
    )
    const office = await new PostOffice().open()
    await deliverDue(now(), { mailer: office.mailer() })
    await office.close()
    const { text } = office.letters.find(({ subject }) => subject!.startsWith('Ada Adams'))!
    assert.include(text, '/Policy (viewer)')
    assert.equal(elsewhere.folderId, policy.id)
  })

  test('a second time changes nothing', async ({ assert }) => {
    const cast = await theCast()
    await leaves(cast, fields(now()))
    const { visitor } = await leaves(cast, fields(now()))
    assert.include(visitor.text, 'This person has left already.')
    assert.lengthOf(await Departure.all(), 1)
    assert.lengthOf(await AccountDeactivation.all(), 1)
  })

  test('later than 24 hours the record and the list say that the rule was missed', async ({
    assert,
  }) => {
    const cast = await theCast()
    const { visitor } = await leaves(cast, fields(now() - 25 * hour))
    assert.match(visitor.text, /24-hour rule ?Missed/)
    await visitor.open('/liaison/departures')
    assert.match(visitor.html, />1<.*\n.*>0<.*\n.*>25 hours</)
  })

  test('the colleague opens the home folder and downloads, but changes nothing', async ({
    assert,
  }) => {
    const cast = await theCast()
    const { ada, adasHome, dol } = cast
    const file = await received(adasHome, ada, 'plan.txt', 'hello')
    await person(dol, 'cleo', 'Cleo Clark')
    await leaves(cast, fields(now(), { home_heir: 'cleo' }))
    const cleo = await PlainBrowser.signIn('cleo')
    assert.equal((await cleo.open(`/folders/${adasHome.id}`)).status, 200)
    assert.include(cleo.text, 'plan.txt')
    assert.equal(await (await cleo.open(`/files/${file.id}/download`)).text(), 'hello')
    await cleo.open(`/folders/${adasHome.id}`)
    await cleo.sendFolderForm(adasHome.id, { do: 'delete', files: [file.id] })
    await file.refresh()
    assert.isNull(file.deletedAt)

    await AccountDeactivation.end(cast.lena, ada, 'She is back.', null)
    assert.equal((await cleo.open(`/folders/${adasHome.id}`)).status, 404)
  })

  test('what cannot be is said at its field, and nothing is done: {field}')
    .with([
      { field: 'left_on', form: { left_on: '2027-02-30' } },
      { field: 'left_on', form: { left_on: '1990-01-01' } },
      { field: 'left_at', form: { left_at: '25:00' } },
      { field: 'home_days', form: { home_days: '500' } },
      { field: 'home_heir', form: { home_heir: 'otto' } },
      { field: 'home_heir', form: { home_heir: 'ada' } },
      { field: 'offers_heir', form: { offers_heir: 'cleo' } },
    ])
    .run(async ({ assert }, { field, form }) => {
      const cast = await theCast()
      await person(cast.dol, 'cleo', 'Cleo Clark')
      if (field === 'offers_heir') await busyAda(cast)
      const { visitor } = await leaves(cast, fields(now(), { note: 'Kept text', ...(form as {}) }))
      assert.include(visitor.html, `id="error-${field}"`)
      assert.include(visitor.html, 'Kept text')
      assert.lengthOf(await Departure.all(), 0)
      assert.isTrue((await Account.findOrFail(cast.ada.id)).isActive(now()))
    })

  test('nobody from outside is left without a sponsor', async ({ assert }) => {
    const cast = await theCast()
    await busyAda(cast)
    const { visitor } = await leaves(cast, fields(now()))
    assert.include(visitor.text, 'Say who answers for the outside people from now on.')
    assert.lengthOf(await Departure.all(), 0)
  })

  test('offers that nobody takes over are withdrawn', async ({ assert }) => {
    const cast = await theCast()
    const { offer } = await busyAda(cast)
    await leaves(cast, fields(now(), { sponsor_heir: 'lena' }))
    await offer.refresh()
    assert.equal(offer.status, 'withdrawn')
  })

  test('an offer from another agency that waited for her is declined', async ({ assert }) => {
    const cast = await theCast()
    const policy = await Folder.make(theService, { name: 'Policy', organizationId: cast.opm.id })
    const offer = await SubscriptionOffer.make(cast.olga, policy, {
      askedOrganization: cast.dol,
      named: 'Ada@Example.gov',
      level: 'viewer',
      purpose: 'Report',
    })
    await leaves(cast, fields(now()))
    await offer.refresh()
    assert.equal(offer.status, 'declined')
    assert.lengthOf(
      await Message.query().where({ kind: 'offer_declined', accountId: cast.olga.id }),
      1
    )
    assert.lengthOf(await AuditEntry.query().where('event', 'offer.declined'), 1)
  })

  test('a request of hers that waits is declined', async ({ assert }) => {
    const cast = await theCast()
    const { ada, dol } = cast
    const request = await AccessRequest.create({
      organizationId: dol.id,
      accountId: ada.id,
      fullName: ada.fullName,
      email: ada.email!,
      purpose: 'One more folder',
      hash: AccessRequest.hashOfNoLink(),
      status: 'pending',
    })
    const { visitor } = await leaves(cast, fields(now()))
    assert.include(visitor.text, 'One more folder')
    await request.refresh()
    assert.equal(request.status, 'declined')
    assert.lengthOf(await AuditEntry.query().where('event', 'access_request.declined'), 1)
  })

  test('it is a liaison’s business, in the own organization, and not the own departure', async ({
    assert,
  }) => {
    const cast = await theCast()
    const { ada, lena } = cast
    await person(cast.dol, 'cleo', 'Cleo Clark')
    const address = `/liaison/accounts/${ada.id}/departure`
    for (const [name, status] of [
      ['cleo', 403],
      ['otto', 403],
      ['olga', 404],
    ] as const) {
      const visitor = await PlainBrowser.signIn(name)
      assert.equal((await visitor.open(`${address}/create`)).status, status)
      await visitor.open('/home')
      assert.equal((await visitor.send(address, fields(now()))).status, status)
    }
    const visitor = await PlainBrowser.signIn('lena')
    const own = await visitor.open(`/liaison/accounts/${lena.id}/departure/create`)
    assert.equal(own.status, 403)
    assert.lengthOf(await Departure.all(), 0)
  })

  test('the last liaison cannot leave; of two one can, and the operator is told', async ({
    assert,
  }) => {
    const cast = await theCast()
    const { dol, lena } = cast
    await person(dol, 'adam', 'Adam Admin', 'organization_administrator')
    await person(dol, 'otis', 'Otis Operator', 'operator')
    const address = `/liaison/accounts/${lena.id}/departure`
    const visitor = await PlainBrowser.signIn('adam')
    await visitor.open(`${address}/create`)
    assert.include(visitor.text, 'This is the only liaison of the organization.')
    await visitor.open('/home')
    assert.equal((await visitor.send(address, fields(now()))).status, 403)

    await person(dol, 'luis', 'Luis Lopez', 'liaison')
    await visitor.open(`${address}/create`)
    assert.include(visitor.text, 'Only the operator dismisses liaisons')
    await visitor.send(address, fields(now()))
    assert.include(visitor.text, 'All access has ended.')
    assert.lengthOf(await Message.query().where('kind', 'liaison_departed'), 1)
  })

  test('another agency’s liaison finds neither record nor cancellation', async ({ assert }) => {
    const cast = await theCast()
    await leaves(cast, fields(now() + day))
    const { id } = await Departure.firstOrFail()
    const visitor = await PlainBrowser.signIn('olga')
    assert.equal((await visitor.open(`/liaison/departures/${id}`)).status, 404)
    await visitor.open('/liaison/departures')
    assert.notInclude(visitor.text, 'Ada')
    assert.equal((await visitor.send(`/liaison/departures/${id}/cancellations`)).status, 404)
    assert.equal((await Departure.findOrFail(id)).status, 'planned')
  })

  test('fields for status, account or organization have no effect', async ({ assert }) => {
    const cast = await theCast()
    const { ada, otto, opm } = cast
    const more = {
      status: 'cancelled',
      account_id: otto.id,
      organization_id: opm.id,
      role: 'operator',
    }
    await leaves(cast, fields(now(), more))
    const departure = await Departure.firstOrFail()
    assert.include(departure.$attributes, { status: 'done', accountId: ada.id })
    assert.notEqual(departure.organizationId, opm.id)
    assert.isTrue((await Account.findOrFail(otto.id)).isActive(now()))
  })
})

test.group('A departure that is planned', (group) => {
  group.each.setup(undone)

  test('ends nothing before its hour, then all of it', async ({ assert }) => {
    const cast = await theCast()
    const { ada, lena } = cast
    await busyAda(cast)
    const { visitor } = await leaves(cast, fields(now() + day, { sponsor_heir: 'luis' }))
    assert.include(visitor.text, 'The departure is planned.')
    const { leftAt } = await Departure.firstOrFail()
    await ada.refresh()
    assert.equal(ada.endsAt, leftAt)
    assert.isTrue(ada.isActive(now()))
    assert.lengthOf(
      await FolderSubscription.query().where('accountId', ada.id).whereNotNull('endedAt'),
      0
    )
    assert.equal(await carryOutDue(leftAt - 1), 0)

    await ada.merge({ endsAt: now() - 1 }).save()
    assert.equal(await carryOutDue(leftAt), 1)
    assert.equal(await carryOutDue(leftAt), 0)
    const live = FolderSubscription.query().where('accountId', ada.id).whereNull('endedAt')
    assert.lengthOf(await live, 0)
    assert.lengthOf(await Message.query().where({ kind: 'departure_done', accountId: lena.id }), 1)
    assert.lengthOf(await Message.query().where('kind', 'departure_elsewhere'), 1)
    const found = await Departure.findFor(lena, (await Departure.firstOrFail()).id)
    assert.equal(found.status, 'done')
    assert.isTrue(found.isInTime)
  })

  test('is carried out whole also when the end date closed the account first', async ({
    assert,
  }) => {
    const cast = await theCast()
    const { ada } = cast
    await busyAda(cast)
    await leaves(cast, fields(now() + day, { sponsor_heir: 'luis' }))
    const { leftAt } = await Departure.firstOrFail()
    await ada.refresh()
    await ada.merge({ endsAt: now() - 1 }).save()
    await AccountDeactivation.closeEnded(now())
    assert.equal(await carryOutDue(leftAt), 1)
    assert.lengthOf(await Message.query().where('kind', 'departure_elsewhere'), 1)
    const [departure] = await Departure.query().preload('items')
    assert.includeMembers(
      departure.items.map(({ kind }) => kind as string),
      ['own_subscription', 'subscription_elsewhere', 'sponsored']
    )
  })

  test('is cancelled once, and the account goes on with its end date of before', async ({
    assert,
  }) => {
    const cast = await theCast()
    const { ada } = cast
    const endsAt = now() + 90 * day
    await ada.merge({ endsAt }).save()
    const { visitor } = await leaves(cast, fields(now() + day))
    const { id, leftAt } = await Departure.firstOrFail()
    const again = await leaves(cast, fields(now() + day))
    assert.include(again.visitor.text, 'is planned already')
    await visitor.send(`/liaison/departures/${id}/cancellations`)
    assert.include(visitor.text, 'The departure is cancelled.')
    await ada.refresh()
    assert.equal(ada.endsAt, endsAt)
    await visitor.send(`/liaison/departures/${id}/cancellations`)
    assert.include(visitor.text, 'is not planned any more')
    assert.equal(await carryOutDue(leftAt), 0)
    assert.lengthOf(await AuditEntry.query().where('event', 'departure.cancelled'), 1)
  })

  test('of who is the last liaison by then waits for another one', async ({ assert }) => {
    const cast = await theCast()
    const { dol, lena } = cast
    const luis = await person(dol, 'luis', 'Luis Lopez', 'liaison')
    await person(dol, 'otis', 'Otis Operator', 'operator')
    const begun = await Departure.begin(lena, luis, { leftAt: now() + day, homeDays: 30 })
    assert.property(begun, 'departure')
    assert.isNull((await Account.findOrFail(luis.id)).endsAt)
    await lena.related('grants').query().delete()
    const due = now() + day
    assert.equal(await carryOutDue(due), 0)
    assert.equal(await carryOutDue(due), 0)
    assert.isTrue((await Account.findOrFail(luis.id)).isActive(now()))
    assert.lengthOf(await Message.query().where('kind', 'departure_held'), 1)

    await lena.related('grants').create({ role: 'liaison' })
    assert.equal(await carryOutDue(due), 1)
    assert.isFalse((await Account.findOrFail(luis.id)).isActive(now()))
  })

  test('whom nobody chosen is left to take over from goes to who planned it', async ({
    assert,
  }) => {
    const cast = await theCast()
    const { guest, luis } = await busyAda(cast)
    await leaves(cast, fields(now() + day, { sponsor_heir: 'luis', home_heir: 'luis' }))
    await luis.merge({ deactivatedAt: now() }).save()
    assert.equal(await carryOutDue(now() + day), 1)
    assert.equal((await Account.findOrFail(guest.id)).sponsorId, cast.lena.id)
    const home = await FolderSubscription.query().where('folderId', cast.adasHome.id)
    assert.lengthOf(home, 0)
  })
})
