import { theService } from '#app/audit/actor'
import Folder from '#app/folders/folder'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import { listSubscriptions, sorts } from '#app/folders/subscriptions/subscription_list'
import SubscriptionOffer from '#app/folders/offers/subscription_offer'
import { day, now } from '#app/shared/clock'
import { person, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { FormBrowser } from '#tests/support/form_browser'
import { test } from '@japa/runner'

const start = FolderSubscription.start.bind(FolderSubscription, theService)
const usual = { side: 'ours', sort: 'person', order: 'asc', place: {} } as const

test.group('The list of subscriptions', (group) => {
  group.each.setup(undone)

  test('shows our folders with their paths, and our people elsewhere without', async ({
    assert,
  }) => {
    const { otto, incoming } = await theCast()
    await start(incoming, otto, { level: 'viewer', shownAs: 'Shared', agreementNumber: 'MOU-9' })
    const ours = await FormBrowser.signIn('lena')
    await ours.open('/liaison/subscriptions')
    for (const words of ['Ada Adams (ada)', 'Otto Orr (otto)', '/DOL/SRR/Incoming', 'MOU-9']) {
      assert.include(ours.text, words)
    }
    const theirs = await FormBrowser.signIn('olga')
    await theirs.open('/liaison/subscriptions')
    assert.notInclude(theirs.text, 'Otto')
    await theirs.open('/liaison/subscriptions?side=elsewhere')
    assert.include(theirs.text, 'Otto Orr (otto)')
    assert.include(theirs.text, 'Shared Department of Labor')
    assert.notInclude(theirs.text, 'Incoming')
    assert.notInclude(theirs.text, 'Ada')
  })

  test('finds by person, folder, organization and agreement, in capitals or not: {words}')
    .with([
      { words: 'OTTO', found: 1 },
      { words: 'orr incoming', found: 1 },
      { words: 'incom', found: 2 },
      { words: 'policy and', found: 1 },
      { words: 'mou-9', found: 1 },
      { words: 'éTUDE', found: 1 },
      { words: 'example.gov', found: 2 },
      { words: 'labor', found: 1 },
      { words: 'otto ada', found: 0 },
      { words: '%', found: 0 },
    ])
    .run(async ({ assert }, { words, found }) => {
      const { lena, otto, incoming } = await theCast()
      const terms = { shownAs: 'Étude', agreementNumber: 'MOU-9' }
      await start(incoming, otto, { level: 'viewer', ...terms })
      const { rows } = await listSubscriptions(lena, { ...usual, search: words })
      assert.lengthOf(rows, found)
    })

  test('elsewhere it is not found by what the folder is called there', async ({ assert }) => {
    const { olga, otto, incoming } = await theCast()
    await start(incoming, otto, { level: 'viewer', shownAs: 'Shared' })
    const found = async (search: string) =>
      (await listSubscriptions(olga, { ...usual, side: 'elsewhere', search })).rows.length
    assert.equal(await found('incoming'), 0)
    assert.equal(await found('shared'), 1)
    assert.equal(await found('labor'), 1)
  })

  test('filters by level, across agencies, and by what ends within 30 days', async ({ assert }) => {
    const { lena, otto, incoming, srr } = await theCast()
    await start(incoming, otto, { level: 'manager', expiresAt: now() + 10 * day })
    await start(srr, otto, { level: 'viewer', expiresAt: now() - day })
    const rows = async (more = {}) =>
      (await listSubscriptions(lena, { ...usual, ...more })).rows.map(({ username }) => username)
    assert.deepEqual(await rows(), ['ada', 'otto'])
    assert.deepEqual(await rows({ level: 'contributor' }), ['ada'])
    assert.deepEqual(await rows({ isAcross: true }), ['otto'])
    assert.deepEqual(await rows({ isEnding: true }), ['otto'])
    assert.deepEqual(await rows({ level: 'viewer' }), [])
  })

  test('pages by key in each order, forward and back, without loss: {$self}')
    .with([...sorts])
    .run(async ({ assert }, sort) => {
      const { lena, dol, srr, incoming } = await theCast()
      for (let n = 0; n < 60; n++) {
        const one = await person(dol, `p${(n * 7) % 60}`, `Person ${n}`)
        await start(n % 2 ? srr : incoming, one, {
          level: 'viewer',
          expiresAt: n % 3 ? null : now() + (n + 1) * day,
        })
      }
      for (const order of ['asc', 'desc'] as const) {
        const first = await listSubscriptions(lena, { ...usual, sort, order })
        const second = await listSubscriptions(lena, { ...usual, sort, order, place: first.next! })
        const ids = [...first.rows, ...second.rows].map(({ id }) => id)
        assert.lengthOf(new Set(ids), 61)
        const last = await listSubscriptions(lena, { ...usual, sort, order, place: first.last! })
        assert.equal(last.rows.at(-1)!.id, ids.at(-1))
        const place = second.previous!
        const back = await listSubscriptions(lena, { ...usual, sort, order, place })
        assert.deepEqual(
          back.rows.map(({ id }) => id),
          first.rows.map(({ id }) => id)
        )
      }
    })

  test('a new user name takes its place in the order', async ({ assert }) => {
    const { lena, ada, otto, incoming } = await theCast()
    await start(incoming, otto, 'viewer')
    await ada.merge({ username: 'zada', usernameKey: 'zada' }).save()
    const { rows } = await listSubscriptions(lena, usual)
    assert.deepEqual(
      rows.map(({ username }) => username),
      ['otto', 'zada']
    )
  })

  test('wrong addresses show the usual', async ({ assert }) => {
    const { otto, ottosHome } = await theCast()
    const foreign = await start(ottosHome, otto, 'viewer')
    const hers = await FormBrowser.signIn('lena')
    for (const wrong of ['sort=x&order=y', `after=${foreign.id}`, 'level=owner', 'search[]=a']) {
      const { status } = await hers.open(`/liaison/subscriptions?${wrong}`)
      assert.equal(status, 200, wrong)
      assert.include(hers.text, 'Ada Adams', wrong)
    }
  })
})

test.group('Who has access to a folder', (group) => {
  group.each.setup(undone)

  test('shows what was given here and above, what ends, and what is offered, as typed', async ({
    assert,
  }) => {
    const { lena, otto, opm, root, incoming, ottosHome } = await theCast()
    await start(root, lena, 'manager')
    await start(incoming, otto, { level: 'viewer', shownAs: 'X', expiresAt: now() + 5 * day })
    await SubscriptionOffer.make(lena, incoming, {
      askedOrganization: opm,
      named: 'olga',
      fullName: 'O. Oak',
      level: 'viewer',
      purpose: 'Report',
    })
    const hers = await FormBrowser.signIn('lena')
    await hers.open(`/liaison/folders/${incoming.id}/subscriptions`)
    for (const words of ['Who has access', '/DOL/SRR/Incoming', 'Subscribe recipients']) {
      assert.include(hers.text, words)
    }
    assert.include(hers.text, 'From above: /DOL')
    assert.include(hers.text, 'sees it as X')
    assert.include(hers.text, 'O. Oak, olga')
    assert.notInclude(hers.text, 'Olga Oak')
    assert.equal((await hers.open(`/liaison/folders/${ottosHome.id}/subscriptions`)).status, 404)
    const theirs = await FormBrowser.signIn('olga')
    assert.equal((await theirs.open(`/liaison/folders/${incoming.id}/subscriptions`)).status, 404)
  })
})

test.group('What an account can reach', (group) => {
  group.each.setup(undone)

  test('own folders with their path, others as shown, with who agreed', async ({ assert }) => {
    const { lena, olga, otto, ada, opm, incoming } = await theCast()
    const opmRoot = await Folder.make(theService, { name: 'OPM', organizationId: opm.id })
    await start(opmRoot, otto, 'viewer')
    const offer = await SubscriptionOffer.make(lena, incoming, {
      askedOrganization: opm,
      named: 'otto',
      fullName: 'Otto Orr',
      level: 'contributor',
      shownAs: 'Shared',
      purpose: 'Report',
    })
    await offer.accept(olga, otto)
    const hers = await FormBrowser.signIn('olga')
    await hers.open(`/liaison/accounts/${otto.id}/reach`)
    for (const words of ['/OPM', 'Shared', 'Department of Labor', 'accepted by Olga Oak']) {
      assert.include(hers.text, words)
    }
    assert.notInclude(hers.text, 'Incoming')
    assert.equal((await hers.open(`/liaison/accounts/${ada.id}/reach`)).status, 404)
  })
})
