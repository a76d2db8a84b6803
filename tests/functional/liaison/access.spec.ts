import AccountDeactivation from '#app/accounts/keeping/account_deactivation'
import Folder from '#app/folders/folder'
import { deleteFolder } from '#app/folders/tree/folder_deletion'
import { moveFolder } from '#app/folders/tree/folder_move'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import SubscriptionOffer from '#app/folders/offers/subscription_offer'
import { day, minute, now } from '#app/shared/clock'
import { person, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { aClock } from '#tests/support/later'
import { PlainBrowser } from '#tests/support/plain_browser'
import { rowsOf, tableOf } from '#tests/support/table'
import { dayWritten } from '#app/doors/http/forms/moment'
import { theService } from '#app/audit/actor'
import { test } from '@japa/runner'

type Cast = Awaited<ReturnType<typeof theCast>>

/** Otto of OPM in DOL's Incoming: what both sides agreed to. */
async function shared({ lena, olga, otto, opm, incoming }: Cast) {
  const offer = await SubscriptionOffer.make(lena, incoming, {
    askedOrganization: opm,
    named: 'otto',
    level: 'viewer',
    shownAs: 'DOL reports',
    purpose: 'Quarterly report',
    agreementNumber: '=MOU-7',
  })
  return offer.accept(olga, otto)
}

test.group('Who has access', (group) => {
  group.each.setup(undone)

  test('a liaison sees who of anywhere has what, and on what ground', async ({ assert }) => {
    const cast = await theCast()
    await shared(cast)
    const browser = await PlainBrowser.signIn('lena')
    await browser.open('/liaison/access')
    const [ada, otto, ...others] = tableOf(browser.html)
    assert.lengthOf(others, 0)
    assert.include(ada[0], 'Ada Adams ada, Department of Labor')
    assert.deepEqual(ada.slice(1, 4), [
      '/DOL/SRR/Incoming',
      'Contributor',
      'Subscribed by Waybill.',
    ])
    assert.include(otto[0], 'Otto Orr otto, Office of Policy and Management')
    assert.include(otto[3], 'Offered by Lena Long, accepted by Olga Oak.')
    assert.include(otto[3], 'Purpose: Quarterly report Agreement =MOU-7')
    assert.deepEqual(otto.slice(5), ['Never', 'No end'])
  })

  test('the other side sees what its people have there, but nothing of the tree', async ({
    assert,
  }) => {
    const cast = await theCast()
    await shared(cast)
    const browser = await PlainBrowser.signIn('olga')
    await browser.open('/liaison/access')
    const rows = tableOf(browser.html)
    assert.lengthOf(rows, 1)
    assert.equal(rows[0][1], 'DOL reports, of Department of Labor')
    for (const secret of ['Incoming', 'SRR', 'Ada Adams', cast.incoming.id]) {
      assert.notInclude(browser.html, secret)
    }
    await browser.open(`/liaison/access?by=folder&folder=${cast.incoming.id}`)
    assert.notInclude(browser.html, 'Incoming')
    assert.lengthOf(tableOf(browser.html), 0)
    await browser.open('/liaison/access/export')
    assert.notInclude(browser.html, 'Incoming')
  })

  test('by folder: inherited access names the folder that it comes from', async ({ assert }) => {
    const cast = await theCast()
    const { lena, srr, incoming, dol } = cast
    const ann = await person(dol, 'ann', 'Ann Ash')
    await FolderSubscription.start(lena, srr, ann, 'manager')
    const browser = await PlainBrowser.signIn('lena')
    await browser.open(`/liaison/access?by=folder&folder=${incoming.id}`)
    const [ada, inherited] = tableOf(browser.html)
    assert.equal(ada[2], 'Contributor')
    assert.deepEqual(inherited.slice(2, 4), [
      'Manager, inherited',
      'Inherited from /DOL/SRR. Subscribed by Lena Long.',
    ])
    await browser.open('/liaison/access?by=folder&folder=/dol/srr')
    assert.lengthOf(tableOf(browser.html), 1)
    assert.include(browser.html, 'Folders in it (1)')
  })

  test('by organization: both directions, and only with whom something is shared', async ({
    assert,
  }) => {
    const cast = await theCast()
    await shared(cast)
    const browser = await PlainBrowser.signIn('lena')
    await browser.open('/liaison/access?by=organization')
    assert.lengthOf(tableOf(browser.html), 1)
    assert.include(browser.text, 'Office of Policy and Management')
    await browser.open(`/liaison/access?by=organization&organization=${cast.opm.id}`)
    assert.include(tableOf(browser.html)[0][0], 'Otto Orr')
  })

  test('one person: the home folder stands first', async ({ assert }) => {
    const { ada } = await theCast()
    const browser = await PlainBrowser.signIn('lena')
    await browser.open(`/liaison/access?account=${ada.id}`)
    const [home, incoming] = tableOf(browser.html)
    assert.deepEqual(home.slice(1, 4), ['Home', 'Manager', 'Owns this home folder.'])
    assert.equal(incoming[1], '/DOL/SRR/Incoming')
  })

  test('as it was: ended, moved, deleted and deactivated since', async ({ assert, cleanup }) => {
    const clock = aClock()
    cleanup(() => clock.undo())
    const { lena, ada, dol, srr, incoming, root } = await theCast()
    const ann = await person(dol, 'ann', 'Ann Ash')
    const old = await FolderSubscription.start(lena, srr, ann, 'viewer')
    clock.pass(minute)
    const before = now()
    clock.pass(minute)
    await old.end(lena)
    await moveFolder(lena, incoming, root)
    await AccountDeactivation.begin(lena, ada, 'Leave')
    clock.pass(minute)
    const after = now()
    await AccountDeactivation.end(lena, ada, 'Back', null)
    await deleteFolder(lena, incoming)
    clock.pass(minute)

    const browser = await PlainBrowser.signIn('lena')
    const asOf = (at: number) => {
      const time = new Intl.DateTimeFormat('en-GB', {
        timeZone: 'America/New_York',
        timeStyle: 'short',
      }).format(at)
      return browser.open(`/liaison/access?on=${dayWritten(at)}&at=${time}`)
    }
    await asOf(before)
    assert.deepEqual(
      tableOf(browser.html).map((row) => row[1]),
      ['/DOL/SRR/Incoming', '/DOL/SRR']
    )
    await asOf(after)
    assert.lengthOf(tableOf(browser.html), 0)
    await browser.open('/liaison/access')
    assert.lengthOf(tableOf(browser.html), 0)
    assert.include(browser.text, 'Nobody has access of this kind.')
  })

  test('a day that lies ahead, or is none, is told beside its field: {$self}')
    .with(['2999-01-01', '2026-02-30', 'yesterday'])
    .run(async ({ assert }, on) => {
      await theCast()
      const browser = await PlainBrowser.signIn('lena')
      const { status } = await browser.open(`/liaison/access?on=${on}`)
      assert.equal(status, 200)
      assert.include(browser.text, 'There is a problem')
      assert.include(browser.html, 'id="error-on"')
      assert.include(browser.html, `value="${on}"`)
      assert.include(browser.text, 'As it is now.')
      await browser.open('/liaison/access')
      assert.notInclude(browser.text, 'There is a problem')
    })

  test('the file holds what the screen shows, on all its pages, and no formula', async ({
    assert,
  }) => {
    const cast = await theCast()
    await shared(cast)
    const { dol, lena, srr } = cast
    for (let n = 0; n < 60; n++) {
      const one = await person(dol, `p${String(n).padStart(2, '0')}`, `=Person ${n}`)
      await FolderSubscription.start(lena, srr, one, 'viewer')
    }
    const browser = await PlainBrowser.signIn('lena')
    const seen: string[] = []
    for (let at: string | undefined = '/liaison/access'; at;) {
      await browser.open(at)
      const rows = tableOf(browser.html)
      assert.isAtMost(rows.length, 50)
      seen.push(...rows.map((row) => row[0].replace(/^(.*) (\S+), .*$/, '$1|$2')))
      const next: string | undefined = /href="([^"]+)" rel="next"/.exec(browser.html)?.[1]
      at = next && `/liaison/access${next.replaceAll('&amp;', '&')}`
    }
    const answer = await browser.open('/liaison/access/export')
    assert.equal(answer.headers.get('content-type'), 'text/csv; charset=utf-8')
    assert.match(
      answer.headers.get('content-disposition')!,
      /attachment; filename="Who has access.csv"/
    )
    const rows = rowsOf(browser.html)
    assert.lengthOf(rows, 62)
    assert.deepEqual(
      rows.map(([name, username]) => `${name.replace(/^'/, '')}|${username}`),
      seen
    )
    assert.isTrue(rows.flat().every((cell) => !/^[=+@-]/.test(cell)))
    await browser.open('/liaison/access?at=last')
    assert.lengthOf(tableOf(browser.html), 50)
    assert.include(browser.html, 'Previous page')
  })

  test('a page that begins behind somebody else’s row begins at the start', async ({ assert }) => {
    const { otto, opm } = await theCast()
    const folder = await Folder.make(theService, { name: 'OPM', organizationId: opm.id })
    const { id } = await FolderSubscription.start(theService, folder, otto, 'viewer')
    const browser = await PlainBrowser.signIn('lena')
    await browser.open(`/liaison/access?after=${id}`)
    assert.include(tableOf(browser.html)[0][0], 'Ada Adams')
  })

  test('the matrix shows levels by letters, inherited ones in brackets', async ({ assert }) => {
    const { dol, lena, srr, incoming } = await theCast()
    const ann = await person(dol, 'ann', 'Ann Ash')
    await FolderSubscription.start(lena, srr, ann, 'manager')
    const browser = await PlainBrowser.signIn('lena')
    await browser.open(`/liaison/access/matrix?folder=${srr.id}`)
    const [ada, ann2] = tableOf(browser.html)
    assert.deepEqual(ada.slice(1), ['Nothing', 'C Contributor'])
    assert.deepEqual(ann2.slice(1), ['M Manager', '(M) Manager, from /DOL/SRR'])
    await browser.open(`/liaison/access/matrix/export?folder=${srr.id}`)
    assert.deepEqual(
      rowsOf(browser.html).map((row) => row.slice(3)),
      [
        ['', 'Contributor'],
        ['Manager', 'Manager (from /DOL/SRR)'],
      ]
    )
    await browser.open(`/liaison/access/matrix?folder=${incoming.id}`)
    assert.lengthOf(tableOf(browser.html), 2)
  })

  test('what is over its day shows no more', async ({ assert }) => {
    const { dol, lena, srr } = await theCast()
    const ann = await person(dol, 'ann', 'Ann Ash')
    const expiresAt = now() - day
    await FolderSubscription.start(lena, srr, ann, { level: 'viewer', expiresAt })
    const browser = await PlainBrowser.signIn('lena')
    await browser.open('/liaison/access')
    assert.notInclude(browser.html, 'Ann Ash')
  })

  test('whoever is no liaison is told so: {$self}')
    .with(['/liaison/access', '/liaison/access/export', '/liaison/access/matrix'])
    .run(async ({ assert }, path) => {
      await theCast()
      const browser = await PlainBrowser.signIn('ada')
      const { status } = await browser.open(path)
      assert.equal(status, 403)
      assert.notInclude(browser.html, 'Incoming')
    })
})
