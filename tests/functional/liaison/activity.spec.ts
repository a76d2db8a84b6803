import { theService } from '#app/audit/actor'
import { eventsOf, kinds } from '#app/audit/kinds'
import { events } from '#app/audit/events'
import { record } from '#app/audit/record'
import Folder from '#app/folders/folder'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import { day, now } from '#app/shared/clock'
import { inTransaction } from '#app/shared/transaction'
import { dayWritten } from '#app/doors/http/forms/moment'
import { person, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { aClock } from '#tests/support/later'
import { PlainBrowser } from '#tests/support/plain_browser'
import { received } from '#tests/support/received'
import { rowsOf, tableOf } from '#tests/support/table'
import { someEntries } from '#tests/support/trail'
import { test } from '@japa/runner'

const sentences = (browser: PlainBrowser) => tableOf(browser.html).map(([, what]) => what)

test.group('Activity', (group) => {
  group.each.setup(undone)

  test('the agency’s trail in sentences, the latest first', async ({ assert }) => {
    const { lena, srr, ada } = await theCast()
    await FolderSubscription.start(lena, srr, ada, 'manager')
    const browser = await PlainBrowser.signIn('lena')
    await browser.open('/liaison/activity')
    const [first, second] = sentences(browser)
    assert.equal(first, 'Lena Long (lena) signed in')
    assert.equal(second, 'Lena Long (lena) subscribed Ada Adams (ada) to SRR as manager')
  })

  test('nothing of another agency, not even by the own people', async ({ assert }) => {
    const { ada, otto, olga, opm, dol } = await theCast()
    const root = await Folder.make(olga, { name: 'Secret', organizationId: opm.id })
    await FolderSubscription.start(olga, root, ada, 'contributor')
    await received(root, ada, 'of-opm.txt', 'x')
    await FolderSubscription.start(olga, root, otto, 'manager')
    await received(root, otto, 'more.txt', 'x')
    const browser = await PlainBrowser.signIn('lena')
    for (const query of ['', '?person=ada', '?kind=files', `?folder=${root.id}`]) {
      await browser.open(`/liaison/activity${query}`)
      for (const secret of ['Secret', 'of-opm.txt', 'more.txt', 'Otto']) {
        assert.notInclude(browser.html, secret, query)
      }
    }
    await browser.open('/liaison/activity/export')
    assert.notInclude(browser.html, 'Secret')
    assert.include(browser.html, dol.name)
  })

  test('names of files only for who may open them; else their codes', async ({ assert }) => {
    const { lena, ada, incoming, srr } = await theCast()
    const file = await received(incoming, ada, 'wages.csv', 'a,b')
    const browser = await PlainBrowser.signIn('lena')
    await browser.open('/liaison/activity?kind=files')
    assert.deepEqual(sentences(browser), [`Ada Adams (ada) uploaded a file (${file.code})`])
    await browser.open('/liaison/activity/export?kind=files')
    assert.notInclude(browser.html, 'wages.csv')
    await FolderSubscription.start(theService, srr, lena, 'viewer')
    await browser.open('/liaison/activity?kind=files')
    assert.deepEqual(sentences(browser), ['Ada Adams (ada) uploaded wages.csv'])
  })

  test('refusals are marked; a stranger who tries stays unknown, as does their address', async ({
    assert,
  }) => {
    const { incoming } = await theCast()
    const otto = await PlainBrowser.signIn('otto')
    assert.equal((await otto.open(`/folders/${incoming.id}`)).status, 404)
    const browser = await PlainBrowser.signIn('lena')
    await browser.open('/liaison/activity?kind=refused')
    assert.deepEqual(
      tableOf(browser.html).map((row) => row.slice(1)),
      [
        [
          'Refused Somebody of another organization was refused: it is nothing that this person may know of',
          '—',
        ],
      ]
    )
    assert.notInclude(browser.html, 'Otto')
  })

  test('addresses of own people, and of who tried to sign in as one of them', async ({
    assert,
  }) => {
    await theCast()
    const stranger = new PlainBrowser()
    await stranger.open('/sign-in')
    await stranger.send('/sign-in', { username: 'ada', password: 'wrong' })
    const browser = await PlainBrowser.signIn('lena')
    await browser.open('/liaison/activity?kind=sign_ins')
    const rows = tableOf(browser.html)
    assert.lengthOf(rows, 2)
    for (const [, , address] of rows) assert.match(address, /127\.0\.0\.1|::1/)
    assert.include(rows[1][1], 'Refused Visitor could not sign in as Ada Adams (ada)')
  })

  test('of one person: what they did, and what was done about them', async ({ assert }) => {
    const { lena, ada, srr, dol, incoming } = await theCast()
    const ann = await person(dol, 'ann', 'Ann Ash')
    await FolderSubscription.start(lena, srr, ann, 'viewer')
    await received(incoming, ada, 'a.txt', 'x')
    const browser = await PlainBrowser.signIn('lena')
    await browser.open('/liaison/activity?person=ANN')
    assert.deepEqual(sentences(browser), [
      'Lena Long (lena) subscribed Ann Ash (ann) to SRR as viewer',
      'Waybill created the account of Ann Ash (ann)',
    ])
    await browser.open('/liaison/activity?person=ann&kind=accounts')
    assert.lengthOf(sentences(browser), 1)
    await browser.open('/liaison/activity?person=otto')
    assert.include(browser.text, 'Nobody of your organization has this user name.')
  })

  test('of one folder: what was done to it and to the files in it', async ({ assert }) => {
    const { ada, incoming, adasHome } = await theCast()
    await received(adasHome, ada, 'at home.txt', 'x')
    const { code } = await received(incoming, ada, 'a.txt', 'x')
    const browser = await PlainBrowser.signIn('lena')
    await browser.open('/liaison/activity?folder=/DOL/SRR/Incoming')
    assert.deepEqual(sentences(browser), [
      `Ada Adams (ada) uploaded a file (${code})`,
      'Waybill subscribed Ada Adams (ada) to Incoming as contributor',
      'Waybill made the folder Incoming',
    ])
    await browser.open('/liaison/activity?folder=/DOL/SRR/Incoming&person=ada')
    assert.lengthOf(sentences(browser), 2)
    assert.include(browser.text, 'this folder only')
    await browser.open('/liaison/activity?folder=/DOL/None')
    assert.include(browser.text, 'Your agency has no folder of that path.')
  })

  test('by time: from one day to another, both included', async ({ assert, cleanup }) => {
    const clock = aClock()
    cleanup(() => clock.undo())
    const { lena, srr, ada, dol } = await theCast()
    const first = now()
    await person(dol, 'ann', 'Ann Ash')
    clock.pass(day)
    await FolderSubscription.start(lena, srr, ada, 'viewer')
    const browser = await PlainBrowser.signIn('lena')
    await browser.open(`/liaison/activity?kind=access&to=${dayWritten(first)}`)
    assert.lengthOf(sentences(browser), 1)
    await browser.open(`/liaison/activity?kind=access&from=${dayWritten(now())}`)
    assert.deepEqual(sentences(browser), [
      'Lena Long (lena) subscribed Ada Adams (ada) to SRR as viewer',
    ])
    await browser.open(`/liaison/activity?from=${dayWritten(now())}&to=${dayWritten(first)}`)
    assert.include(browser.text, 'Choose a last day that is not before the first one.')
  })

  test('pages by key, and the file holds all of them in the same order', async ({ assert }) => {
    const { lena } = await theCast()
    await inTransaction(async (trx) => {
      for (let n = 0; n < 120; n++) {
        const details = { because: `reason ${n}` }
        await record('account.reactivated', { actor: lena, subject: lena, details }, trx)
      }
    })
    await someEntries(3)
    const browser = await PlainBrowser.signIn('lena')
    const seen: string[] = []
    for (let at: string | undefined = '/liaison/activity?kind=accounts'; at;) {
      await browser.open(at)
      const page = sentences(browser)
      assert.isAtMost(page.length, 50)
      seen.push(...page)
      const next: string | undefined = /href="([^"]+)" rel="next"/.exec(browser.html)?.[1]
      at = next && `/liaison/activity${next.replaceAll('&amp;', '&')}`
    }
    assert.lengthOf(new Set(seen), seen.length)
    await browser.open('/liaison/activity/export?kind=accounts')
    assert.deepEqual(
      rowsOf(browser.html).map(([, what]) => what),
      seen
    )
    await browser.open('/liaison/activity?kind=accounts&at=last')
    assert.deepEqual(sentences(browser), seen.slice(-50))
  })

  test('every event is of some kind', ({ assert }) => {
    const values = kinds.map(({ value }) => value).filter((value) => value !== 'refused')
    const all = values.flatMap((kind) => eventsOf(kind as Parameters<typeof eventsOf>[0]))
    assert.sameMembers(all, Object.keys(events))
  })

  test('whoever is no liaison is told so: {$self}')
    .with(['/liaison/activity', '/liaison/activity/export', '/liaison/transfers'])
    .run(async ({ assert }, path) => {
      await theCast()
      const browser = await PlainBrowser.signIn('ada')
      assert.equal((await browser.open(path)).status, 403)
    })
})
