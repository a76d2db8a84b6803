import AuditEntry from '#app/audit/audit_entry'
import { forgetAnnouncements } from '#app/doors/http/views/announcements'
import { day, hour, minute, now, second } from '#app/shared/clock'
import { inTransaction } from '#app/shared/transaction'
import AnnouncementUnderstanding from '#app/support/announcements/announcement_understanding'
import { edit, withdraw } from '#app/support/announcements/announcing'
import { aDraft, anAnnouncement } from '#tests/support/announcements'
import { password, person, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { aClock } from '#tests/support/later'
import { anOperator } from '#tests/support/operators'
import { PlainBrowser } from '#tests/support/plain_browser'
import { Visitor } from '#tests/support/visitor'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'

const said = 'Uploads are slow'
const signInPage = async () => (await new Visitor().open('/sign-in')).page

async function announced(more = {}) {
  const cast = await theCast()
  const olive = await anOperator()
  return { ...cast, olive, one: await anAnnouncement(olive, null, { place: 'both', ...more }) }
}

test.group('Where announcements stand', (group) => {
  group.each.setup(undone)
  group.each.setup(() => {
    forgetAnnouncements()
    return forgetAnnouncements
  })

  test('what is for the sign-in page stands there, before its form, and on no page after it', async ({
    assert,
  }) => {
    await announced({ place: 'sign_in' })
    for (const path of ['/sign-in', '/password/forgot']) {
      const { page } = await new Visitor().open(path)
      assert.include(page, said)
      assert.isBelow(page.indexOf(said), page.indexOf('<form'))
      assert.match(page, /<section class="announcements" aria-labelledby="announcements-heading">/)
      assert.notMatch(page, /announcements[^>]*(aria-live|role="(alert|status)")/)
      assert.notInclude(page, 'Understood')
    }
    const ada = await PlainBrowser.signIn('ada')
    for (const path of ['/home', '/help']) {
      await ada.open(path)
      assert.notInclude(ada.text, said)
    }
  })

  test('what is for after signing in stands on the first pages of everybody, and not before', async ({
    assert,
  }) => {
    const { dol, incoming } = await announced({ place: 'signed_in' })
    await person(dol, 'hedda', 'Hedda Hill', 'help_desk')
    assert.notInclude(await signInPage(), said)
    const pages = {
      ada: ['/home', '/help'],
      lena: ['/home', '/liaison', '/help'],
      olive: ['/home', '/operations', '/help'],
      hedda: ['/home', '/help'],
    }
    for (const [name, paths] of Object.entries(pages)) {
      const browser = await PlainBrowser.signIn(name)
      for (const path of paths) {
        await browser.open(path)
        assert.include(browser.text, said, `${name} at ${path}`)
        assert.include(browser.text, 'Waybill, until ')
      }
    }
    const ada = await PlainBrowser.signIn('ada')
    await ada.open(`/folders/${incoming.id}`)
    assert.notInclude(ada.text, said)
  })

  test('is put away by one click, for this person alone and for good', async ({ assert }) => {
    const { one, ada } = await announced()
    const browser = await PlainBrowser.signIn('ada')
    const path = `/announcements/${one.id}/understandings`
    await browser.open('/help')
    assert.include(browser.html, `action="${path}"`)
    await browser.send(path)
    assert.include(browser.text, `“${said}” is put away.`)
    for (const page of ['/home', '/help']) {
      await browser.open(page)
      assert.notInclude(browser.text, said)
    }
    await browser.send(path)
    const rows = await AnnouncementUnderstanding.all()
    assert.lengthOf(rows, 1)
    assert.include(rows[0].$attributes, { accountId: ada.id, announcementId: one.id })
    assert.include((await PlainBrowser.signIn('otto')).text, said)
    assert.include(await signInPage(), said)
  })

  test('leads back to the page on which it was put away', async ({ assert }) => {
    const { one } = await announced()
    const visitor = new Visitor()
    await visitor.signIn('ada', password)
    await visitor.open('/help')
    await visitor.submit(`/announcements/${one.id}/understandings`, {}, '/help')
    assert.equal(visitor.location, '/help')
    await visitor.open('/help')
    await visitor.submit(`/announcements/${one.id}/understandings`, {})
    assert.equal(visitor.location, '/home')
  })

  test('trouble comes back when it is edited; anything else that was put away stays away: {kind}')
    .with([
      { kind: 'trouble', comesBack: true },
      { kind: 'information', comesBack: false },
      { kind: 'maintenance', comesBack: false },
    ] as const)
    .run(async ({ assert }, { kind, comesBack }) => {
      const { one, olive } = await announced({ kind })
      const browser = await PlainBrowser.signIn('ada')
      await browser.send(`/announcements/${one.id}/understandings`)
      forgetAnnouncements()
      await browser.open('/home')
      assert.notInclude(browser.text, said)
      await edit(olive, null, one, aDraft({ kind, place: 'both', words: 'Something new.' }))
      forgetAnnouncements()
      await browser.open('/home')
      assert.equal(browser.text.includes('Something new.'), comesBack)
    })

  test('what is not shown to somebody cannot be put away, and is not known', async ({ assert }) => {
    const { olive, lena, dol } = await announced()
    const planned = await anAnnouncement(olive, null, { startsAt: now() + hour })
    const atSignIn = await anAnnouncement(olive, null, { place: 'sign_in' })
    const theirs = await anAnnouncement(lena, dol)
    const browser = await PlainBrowser.signIn('otto')
    for (const { id } of [planned, atSignIn, theirs]) {
      await browser.open('/home')
      const answer = await browser.send(`/announcements/${id}/understandings`)
      assert.equal(answer.status, 404)
    }
    assert.lengthOf(await AnnouncementUnderstanding.all(), 0)
    assert.lengthOf(await AuditEntry.query().where('event', 'action.refused'), 1)
  })

  test('who must change the password first reads it under Help and is offered nothing', async ({
    assert,
  }) => {
    const { ada, one } = await announced()
    await ada.merge({ mustChangePassword: true }).save()
    const browser = await PlainBrowser.signIn('ada')
    await browser.open('/help')
    assert.include(browser.text, said)
    assert.notInclude(browser.html, 'understandings')
    await browser.send(`/announcements/${one.id}/understandings`)
    assert.lengthOf(await AnnouncementUnderstanding.all(), 0)
  })

  test('is there within five seconds, and gone as soon after it was withdrawn', async ({
    assert,
    cleanup,
  }) => {
    const clock = aClock(2 * day)
    cleanup(clock.undo)
    await theCast()
    const olive = await anOperator()
    assert.notInclude(await signInPage(), said)
    const one = await anAnnouncement(olive, null, { place: 'both' })
    clock.pass(5 * second)
    assert.include(await signInPage(), said)
    await withdraw(olive, null, one)
    clock.pass(5 * second)
    assert.notInclude(await signInPage(), said)
  })

  test('never stands before its beginning or after its end, not even for the seconds that it is kept', async ({
    assert,
    cleanup,
  }) => {
    const clock = aClock(2 * day)
    cleanup(clock.undo)
    await theCast()
    const olive = await anOperator()
    const begins = now() + minute
    await anAnnouncement(olive, null, {
      place: 'both',
      startsAt: begins,
      endsAt: begins + minute,
    })
    const ada = await PlainBrowser.signIn('ada')
    const shows = async () => {
      await ada.open('/home')
      return [(await signInPage()).includes(said), ada.text.includes(said)]
    }
    clock.pass(begins - now() - 2 * second)
    assert.deepEqual(await shows(), [false, false])
    clock.pass(begins - now())
    assert.deepEqual(await shows(), [true, true])
    clock.pass(begins + minute - now() - 2 * second)
    assert.deepEqual(await shows(), [true, true])
    clock.pass(begins + minute - now())
    assert.deepEqual(await shows(), [false, false])
  })

  test('costs a page one query at most while it is kept, and none where nothing is announced', async ({
    assert,
    cleanup,
  }) => {
    const { one, olive } = await announced()
    const browser = await PlainBrowser.signIn('ada')
    const asked: string[] = []
    const client = (db.connection() as any).getReadClient()
    const hear = ({ sql }: { sql: string }) => sql.includes('announcement') && asked.push(sql)
    client.on('query', hear)
    cleanup(() => client.off('query', hear))
    await browser.open('/home')
    asked.length = 0
    await browser.open('/home')
    assert.lengthOf(asked, 1)
    await withdraw(olive, null, one)
    forgetAnnouncements()
    await browser.open('/home')
    asked.length = 0
    await browser.open('/home')
    await signInPage()
    assert.isAtMost(asked.length, 1)
    await browser.open('/home')
    await signInPage()
    assert.isAtMost(asked.length, 1)
  })

  test('a suspended agency’s leave the public list with its name', async ({ assert }) => {
    const { dol, lena } = await announced()
    await anAnnouncement(lena, dol, { isPublic: true, heading: 'Closed on Friday' })
    const list = async () => (await new Visitor().open('/find-your-liaison')).page
    assert.include(await list(), 'Closed on Friday')
    await inTransaction((trx) =>
      trx.from('organizations').where('id', dol.id).update({ suspended_at: now() })
    )
    assert.notInclude(await list(), 'Closed on Friday')
  })
})
