import AuditEntry from '#app/audit/audit_entry'
import { forgetAnnouncements } from '#app/doors/http/views/announcements'
import Announcement from '#app/support/announcements/announcement'
import { anAnnouncement, filledIn } from '#tests/support/announcements'
import { password, person, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { anOperator } from '#tests/support/operators'
import { aPartner } from '#tests/support/partner'
import { PlainBrowser } from '#tests/support/plain_browser'
import { Visitor } from '#tests/support/visitor'
import { test } from '@japa/runner'

const page = '/liaison/announcements'

async function atWork(name = 'lena') {
  const cast = await theCast()
  const browser = await PlainBrowser.signIn(name)
  await browser.open(`${page}/create`)
  return { ...cast, browser }
}

const homeOf = async (name: string) =>
  (await (await PlainBrowser.signIn(name)).open('/home')).text()
const publicPage = async (path: string) => (await new Visitor().open(path)).page

test.group('What an agency announces', (group) => {
  group.each.setup(undone)
  group.each.setup(() => forgetAnnouncements)

  test('its own people read after signing in, and nobody else', async ({ assert }) => {
    const { browser, dol, lena } = await atWork()
    await browser.send(page, filledIn())
    assert.include(browser.text, 'Published.')
    const one = await Announcement.firstOrFail()
    assert.include(one.$attributes, {
      organizationId: dol.id,
      createdBy: lena.id,
      place: 'signed_in',
      isPublic: false,
    })
    const home = await homeOf('ada')
    assert.include(home, 'Information: Uploads are slow')
    assert.include(home, 'Department of Labor, until ')
    assert.notInclude(await homeOf('otto'), 'Uploads are slow')
    assert.notInclude(await publicPage('/sign-in'), 'Uploads are slow')
    assert.notInclude(await publicPage('/password/forgot'), 'Uploads are slow')
    assert.notInclude(await publicPage('/find-your-liaison'), 'Uploads are slow')
    const entry = await AuditEntry.findByOrFail('event', 'announcement.published')
    assert.include(entry.$attributes, { organizationId: dol.id, subjectId: one.id })
  })

  test('everybody reads it at its line under Find your SFT Liaison, once it says public', async ({
    assert,
  }) => {
    const { browser } = await atWork()
    await browser.send(page, filledIn({ is_public: 'true' }))
    const shown = await publicPage('/find-your-liaison')
    const [, labor, policy] = shown.split('<section class="agency"')
    assert.include(labor, 'Uploads are slow')
    assert.notInclude(policy, 'Uploads are slow')
    assert.notInclude(await publicPage('/sign-in'), 'Uploads are slow')
    assert.notInclude(await homeOf('otto'), 'Uploads are slow')

    const one = await Announcement.firstOrFail()
    await browser.open(`${page}/${one.id}/edit`)
    await browser.send(`${page}/${one.id}?_method=PUT`, filledIn())
    assert.include(browser.text, 'Changed.')
    assert.notInclude(await publicPage('/find-your-liaison'), 'Uploads are slow')
    assert.include(await homeOf('ada'), 'Uploads are slow')
  })

  test('added fields reach neither the sign-in page nor another agency', async ({ assert }) => {
    const { browser, dol, opm, ada, lena } = await atWork()
    const added = { place: 'both', organization_id: opm.id, created_by: ada.id, id: opm.id }
    await browser.send(page, filledIn(added))
    const one = await Announcement.firstOrFail()
    const kept = { organizationId: dol.id, place: 'signed_in', createdBy: lena.id }
    assert.include(one.$attributes, kept)
    await browser.open(`${page}/${one.id}/edit`)
    await browser.send(`${page}/${one.id}?_method=PUT`, filledIn({ ...added, words: 'New.' }))
    assert.include((await Announcement.findByOrFail('words', 'New.')).$attributes, kept)
    assert.notInclude(await publicPage('/sign-in'), 'Uploads are slow')
    assert.notInclude(await homeOf('otto'), 'Uploads are slow')
  })

  test('another agency’s, and the service’s, do not exist here', async ({ assert }) => {
    const { browser, dol, lena } = await atWork('olga')
    const theirs = await anAnnouncement(lena, dol)
    const service = await anAnnouncement(await anOperator(), null)
    for (const { id } of [theirs, service]) {
      const paths = [id, `${id}/edit`, `${id}/withdrawals/create`, `create?again=${id}`]
      for (const path of paths) assert.equal((await browser.open(`${page}/${path}`)).status, 404)
      for (const path of [`${id}?_method=PUT`, `${id}/withdrawals`]) {
        await browser.open(`${page}/create`)
        assert.equal((await browser.send(`${page}/${path}`, filledIn())).status, 404)
      }
    }
    await browser.open(page)
    assert.notInclude(browser.text, 'Uploads are slow')
    assert.lengthOf(await Announcement.all(), 2)
    assert.lengthOf(await Announcement.query().whereNotNull('withdrawnAt'), 0)
    assert.lengthOf(
      await AuditEntry.query().whereIn('event', ['announcement.edited', 'announcement.withdrawn']),
      0
    )
  })

  test('neither people without a role nor a partner’s administrator announce anything', async ({
    assert,
  }) => {
    await theCast()
    const { partner } = await aPartner()
    await person(partner, 'rita', 'Rita Rivers', 'organization_administrator')
    for (const name of ['ada', 'rita']) {
      const browser = await PlainBrowser.signIn(name)
      assert.equal((await browser.open(page)).status, 403)
      await browser.open('/home')
      assert.equal((await browser.send(page, filledIn())).status, 403)
    }
    assert.lengthOf(await Announcement.all(), 0)
  })

  test('is a visitor’s to read nowhere', async ({ assert }) => {
    const { dol, lena } = await theCast()
    const one = await anAnnouncement(lena, dol, { isPublic: true })
    const visitor = new Visitor()
    assert.equal((await visitor.open(`${page}/${one.id}`)).location, '/sign-in')
  })

  test('writes no markup of its own, and links to the web alone', async ({ assert }) => {
    const { browser } = await atWork()
    const words = `<script>alert(1)</script> javascript:alert(1) https://dol.example.gov/x">y
see http://a@evil.example and data:text/html,x (https://ok.example/).`
    await browser.send(page, filledIn({ heading: '<b>"Now"</b>', words, is_public: 'true' }))
    const places = [await homeOf('ada'), await publicPage('/find-your-liaison'), browser.html]
    for (const html of places) {
      assert.notInclude(html, '<script>alert')
      assert.notInclude(html, '<b>')
      const [, said] = /<h3[^]*?<\/h3>([^]*?)class="announcement-from"/.exec(html)!
      assert.sameMembers(
        Array.from(said.matchAll(/href="([^"]*)"/g), ([, href]) => href),
        ['https://dol.example.gov/x', 'https://ok.example/']
      )
      assert.include(said, '<br>')
    }
  })

  test('nobody signs in as a liaison of a suspended agency to announce', async ({ assert }) => {
    const { dol, browser } = await atWork()
    await dol.merge({ suspendedAt: Date.now() }).save()
    assert.equal((await browser.send(page, filledIn())).status, 403)
    assert.lengthOf(await Announcement.all(), 0)
    const visitor = new Visitor()
    await visitor.signIn('lena', password)
    assert.equal(visitor.location, '/sign-in')
  })
})
