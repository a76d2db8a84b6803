import AuditEntry from '#app/audit/audit_entry'
import { forgetAnnouncements } from '#app/doors/http/views/announcements'
import { day, now } from '#app/shared/clock'
import Announcement from '#app/support/announcements/announcement'
import { anAnnouncement, filledIn } from '#tests/support/announcements'
import { password, person, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { anOperator } from '#tests/support/operators'
import { PlainBrowser } from '#tests/support/plain_browser'
import { Visitor } from '#tests/support/visitor'
import { test } from '@japa/runner'

const page = '/operations/announcements'

async function operating() {
  const cast = await theCast()
  const olive = await anOperator()
  const browser = await PlainBrowser.signIn('olive')
  await browser.open(`${page}/create`)
  return { ...cast, olive, browser }
}

const signInPage = async () => (await new Visitor().open('/sign-in')).page

const events = async () =>
  (await AuditEntry.query().where('event', 'like', 'announcement.%').orderBy('id')).map(
    ({ event, outcome }) => `${event} ${outcome}`
  )

test.group('What who runs the service announces', (group) => {
  group.each.setup(undone)
  group.each.setup(() => forgetAnnouncements)

  test('is published on the sign-in page, changed, and withdrawn', async ({ assert }) => {
    const { browser, olive } = await operating()
    await browser.send(page, filledIn({ kind: 'trouble' }))
    assert.include(browser.text, 'Published.')
    assert.include(browser.text, 'Trouble: Uploads are slow')
    assert.include(browser.text, 'Shown now')
    assert.include(await signInPage(), 'Trouble: Uploads are slow')
    const first = await Announcement.firstOrFail()
    assert.include(first.$attributes, {
      organizationId: null,
      originalId: first.id,
      createdBy: olive.id,
      place: 'both',
    })

    await browser.open(`${page}/${first.id}/edit`)
    await browser.send(
      `${page}/${first.id}?_method=PUT`,
      filledIn({ kind: 'trouble', words: 'It is mended.' })
    )
    assert.include(browser.text, 'Changed.')
    assert.include(await signInPage(), 'It is mended.')
    assert.notInclude(await signInPage(), 'We are looking into it.')
    const [before, after] = await Announcement.query().orderBy('createdAt').orderBy('id')
    assert.equal(before.words, 'We are looking into it.')
    assert.equal(before.replacedAt, after.createdAt)
    assert.include(after.$attributes, { originalId: first.id, replacesId: first.id })

    await browser.open(`${page}/${after.id}/withdrawals/create`)
    assert.include(browser.text, 'disappears from every page at once')
    await browser.send(`${page}/${after.id}/withdrawals`)
    assert.include(browser.text, 'Withdrawn. Nobody sees it any more.')
    assert.notInclude(await signInPage(), 'Uploads are slow')
    await after.refresh()
    assert.equal(after.withdrawnBy, olive.id)
    assert.deepEqual(await events(), [
      'announcement.published done',
      'announcement.edited done',
      'announcement.withdrawn done',
    ])
  })

  test('a second click changes nothing and says so', async ({ assert }) => {
    const { browser, olive } = await operating()
    const one = await anAnnouncement(olive, null)
    const old = filledIn({ words: 'A newer word.' })
    await browser.open(`${page}/${one.id}/edit`)
    await browser.send(`${page}/${one.id}?_method=PUT`, old)
    await browser.open(`${page}/create`)
    await browser.send(`${page}/${one.id}?_method=PUT`, old)
    assert.include(browser.text, 'Nothing was changed.')
    assert.lengthOf(await Announcement.all(), 2)
    const latest = await Announcement.findByOrFail('replacesId', one.id)
    for (const said of ['Withdrawn.', 'Nothing was changed.']) {
      await browser.open(`${page}/create`)
      await browser.send(`${page}/${latest.id}/withdrawals`)
      assert.include(browser.text, said)
    }
    await browser.open(`${page}/${latest.id}/withdrawals/create`)
    assert.include(browser.text, 'It cannot be withdrawn.')
    await browser.open(`${page}/${latest.id}/edit`)
    assert.include(browser.text, 'It cannot be changed.')
    assert.lengthOf(await AuditEntry.query().where('event', 'announcement.withdrawn'), 1)
  })

  test('nothing different is no new edition', async ({ assert }) => {
    const { browser } = await operating()
    const form = filledIn()
    await browser.send(page, form)
    const one = await Announcement.firstOrFail()
    await browser.open(`${page}/${one.id}/edit`)
    await browser.send(`${page}/${one.id}?_method=PUT`, form)
    assert.include(browser.text, 'Nothing was different')
    assert.lengthOf(await Announcement.all(), 1)
  })

  test('a preview shows it as it would stand, keeps what was typed and publishes nothing', async ({
    assert,
  }) => {
    const { browser } = await operating()
    const words = 'See <b>https://status.example.gov/a?b=1&c=2</b>.\r\n\r\nSecond paragraph.'
    await browser.send(page, filledIn({ words, kind: 'maintenance', do: 'preview' }))
    assert.include(browser.text, 'As it would be shown; not published yet')
    assert.include(browser.text, 'Maintenance: Uploads are slow')
    assert.include(browser.html, '<a href="https://status.example.gov/a?b=1&amp;c=2"')
    assert.include(browser.html, '<p>Second paragraph.</p>')
    assert.notInclude(browser.html, '<b>')
    assert.include(browser.html, 'value="Uploads are slow"')
    assert.lengthOf(await Announcement.all(), 0)
    assert.notInclude(await signInPage(), 'Uploads are slow')
    assert.deepEqual(await events(), [])
  })

  test('what is wrong is said beside its field, with what was typed: {field}')
    .with([
      { field: 'heading', typed: { heading: ' ' }, said: 'Say in one line what it is about.' },
      { field: 'heading', typed: { heading: 'x'.repeat(121) }, said: 'at most 120 characters' },
      { field: 'words', typed: { words: '' }, said: 'Say what people should know.' },
      { field: 'words', typed: { words: 'x'.repeat(1001) }, said: 'at most 1000 characters' },
      { field: 'kind', typed: { kind: 'joke' }, said: 'Choose what kind' },
      { field: 'place', typed: { place: 'roof' }, said: 'Choose where it is shown.' },
      { field: 'ends_on', typed: { ends_on: '' }, said: 'Say on which day it ends' },
      { field: 'ends_on', typed: { ends_on: 'tomorrow' }, said: 'Write the day like 2027-01-31.' },
      { field: 'ends_on', typed: { ends_on: '2027-02-30' }, said: 'There is no such day.' },
      { field: 'ends_on', typed: { ends_on: '2001-01-01' }, said: 'This end has passed.' },
      { field: 'ends_on', typed: { ends_on: '2099-01-01' }, said: 'at most a year after' },
      { field: 'ends_at', typed: { ends_at: '25:00' }, said: 'Write the hour like 14:30.' },
      { field: 'starts_on', typed: { starts_at: '10:00' }, said: 'Say on which day it begins' },
    ])
    .run(async ({ assert }, { field, typed, said }) => {
      await operating()
      const visitor = new Visitor()
      await visitor.signIn('olive', password)
      await visitor.open(`${page}/create`)
      await visitor.submit(page, filledIn(typed), `${page}/create`)
      await visitor.open(visitor.location!)
      assert.include(visitor.page, said)
      assert.include(visitor.page, `href="#field-${field}"`)
      assert.include(visitor.page, `id="error-${field}"`)
      if (field !== 'heading') assert.include(visitor.page, 'value="Uploads are slow"')
      assert.lengthOf(await Announcement.all(), 0)
    })

  test('a thousand characters in many lines are a thousand, however lines end', async ({
    assert,
  }) => {
    const { browser } = await operating()
    const words = `${'line of nine\n'.repeat(76)}${'x'.repeat(12)}`
    assert.equal(words.length, 1000)
    await browser.send(page, filledIn({ words: words.replaceAll('\n', '\r\n') }))
    assert.equal((await Announcement.firstOrFail()).words, words)
  })

  test('can be posted again with the same words, at another time', async ({ assert }) => {
    const { browser, olive } = await operating()
    const one = await anAnnouncement(olive, null, { kind: 'maintenance', place: 'both' })
    await browser.open(`${page}/create?again=${one.id}`)
    assert.include(browser.html, 'value="Uploads are slow"')
    assert.include(browser.html, '<option value="maintenance" selected>')
    assert.match(browser.html, /name="ends_on"(?![^>]* value=)/)
    await browser.open(`${page}/create?again=nonsense`)
    assert.include(browser.text, 'New announcement')
  })

  test('what the page said on a day can be looked up, whatever was changed since', async ({
    assert,
  }) => {
    const { browser, olive } = await operating()
    const one = await anAnnouncement(olive, null)
    const at = now() - 10 * day
    const rest = { createdAt: at, startsAt: at, replacedAt: at + day }
    await one.merge(rest).save()
    const monday = new Intl.DateTimeFormat('en-CA').format(at + day / 2)
    await browser.open(`${page}?shown_on=${monday}`)
    assert.include(browser.text, 'Uploads are slow')
    const later = new Intl.DateTimeFormat('en-CA').format(at + 4 * day)
    await browser.open(`${page}?shown_on=${later}`)
    assert.include(browser.text, `Nothing was shown on ${later}.`)
    await browser.open(`${page}?shown_on=2027-02-31`)
    assert.include(browser.text, 'There is no such day.')
  })

  test('is nobody else’s to write: {$self}')
    .with(['ada', 'lena', 'hedda'])
    .run(async ({ assert }, name) => {
      const { dol, olive } = await operating()
      await person(dol, 'hedda', 'Hedda Hill', 'help_desk')
      const one = await anAnnouncement(olive, null)
      const browser = await PlainBrowser.signIn(name)
      for (const path of [page, `${page}/create`, `${page}/${one.id}`, `${page}/${one.id}/edit`]) {
        assert.equal((await browser.open(path)).status, 403)
      }
      for (const path of [page, `${page}/${one.id}?_method=PUT`, `${page}/${one.id}/withdrawals`]) {
        await browser.open('/home')
        assert.equal((await browser.send(path, filledIn({ words: 'Mine.' }))).status, 403)
      }
      assert.lengthOf(await Announcement.all(), 1)
      await one.refresh()
      assert.include(one.$attributes, { withdrawnAt: null, replacedAt: null })
      assert.deepEqual(await events(), ['announcement.published done'])
    })

  test('added fields have no effect', async ({ assert }) => {
    const { browser, olive, dol, ada } = await operating()
    const added = {
      organization_id: dol.id,
      is_public: 'true',
      created_by: ada.id,
      withdrawn_at: '1',
      original_id: dol.id,
      id: dol.id,
    }
    await browser.send(page, filledIn(added))
    const one = await Announcement.firstOrFail()
    assert.include(one.$attributes, {
      organizationId: null,
      isPublic: false,
      createdBy: olive.id,
      withdrawnAt: null,
      originalId: one.id,
    })
    assert.notEqual(one.id, dol.id)
  })

  test('an agency’s is none of the operator’s addresses', async ({ assert }) => {
    const { browser, lena, dol } = await operating()
    const one = await anAnnouncement(lena, dol)
    for (const path of [
      `${page}/${one.id}`,
      `${page}/${one.id}/edit`,
      `${page}/create?again=${one.id}`,
    ]) {
      assert.equal((await browser.open(path)).status, 404)
    }
    await browser.open(page)
    assert.notInclude(browser.text, 'Uploads are slow')
    assert.equal((await browser.send(`${page}/${one.id}/withdrawals`)).status, 404)
  })

  test('an hour that does not exist is refused; one that comes twice is said', async ({
    assert,
    cleanup,
  }) => {
    await operating()
    const real = Date.now
    cleanup(() => void (Date.now = real))
    const send = async (typed: Record<string, string>) => {
      const visitor = new Visitor()
      await visitor.signIn('olive', password)
      await visitor.open(`${page}/create`)
      await visitor.submit(page, filledIn(typed), `${page}/create`)
      return visitor.open(visitor.location!)
    }

    Date.now = () => Date.parse('2025-03-01T12:00:00Z')
    const spring = { starts_on: '2025-03-09', starts_at: '02:30', ends_on: '2025-03-20' }
    const refused = (await send(spring)).page
    assert.include(refused, 'There is no 02:30 on 2025-03-09: clocks are set forward over it.')
    assert.include(refused, 'href="#field-starts_at"')
    assert.lengthOf(await Announcement.all(), 0)

    Date.now = () => Date.parse('2025-10-30T12:00:00Z')
    const autumn = { ends_on: '2025-11-02', ends_at: '01:30' }
    assert.include(
      (await send({ ...autumn, do: 'preview' })).page,
      '01:30 comes twice on 2025-11-02'
    )
    assert.include((await send(autumn)).page, '01:30 comes twice on 2025-11-02')
    const one = await Announcement.firstOrFail()
    assert.equal(new Date(one.endsAt).toISOString(), '2025-11-02T05:30:00.000Z')
  })
})
