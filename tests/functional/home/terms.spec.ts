import AuditEntry from '#app/audit/audit_entry'
import { theService } from '#app/audit/actor'
import Application from '#app/enrollment/application'
import ApplicationSubscription from '#app/enrollment/application_subscription'
import Terms from '#app/enrollment/terms'
import TermsAcceptance from '#app/enrollment/terms_acceptance'
import { deliverDue } from '#app/messages/deliver'
import { now } from '#app/shared/clock'
import type Account from '#app/accounts/account'
import { signedIn, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { PostOffice } from '#tests/support/post_office'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'

const publish = async (body = '## Use\n\nOnly for work. <script>alert(1)</script>') =>
  Terms.publish(theService, await Application.builtIn(), body)

const accept = async (client: ApiClient, account: Account, terms: Terms, agree = 'true') =>
  client
    .post('/terms')
    .form({ terms_id: terms.id, agree })
    .loginAs(await signedIn(account))
    .withCsrfToken()
    .redirects(0)

test.group('Terms and Conditions', (group) => {
  group.each.setup(undone)

  test('who may accept reads them, ticks the box and goes on to Home', async ({
    client,
    assert,
  }) => {
    const { lena, ada, dol } = await theCast()
    const terms = await publish()
    const led = await client
      .get('/home')
      .loginAs(await signedIn(lena))
      .redirects(0)
    led.assertHeader('location', '/terms')

    const page = await client.get('/terms').loginAs(await signedIn(lena))
    page.assertTextIncludes('I have read and agree to these terms and conditions')
    page.assertTextIncludes('<h2>Use</h2>')
    assert.notInclude(page.text(), '<script>alert')

    const accepted = await accept(client, lena, terms)
    accepted.assertHeader('location', '/home')
    const acceptance = await TermsAcceptance.firstOrFail()
    assert.equal(acceptance.accountId, lena.id)
    assert.equal(acceptance.organizationId, dol.id)
    assert.equal(acceptance.sha256, terms.sha256)
    assert.exists(await AuditEntry.findBy('event', 'terms.accepted'))
    const home = await client
      .get('/home')
      .loginAs(await signedIn(ada))
      .redirects(0)
    assert.notEqual(home.header('location'), '/terms')
  })

  test('who accepted gets a copy by mail', async ({ client, assert }) => {
    const { lena } = await theCast()
    const terms = await publish('Only for work & <nothing else>.')
    await accept(client, lena, terms)
    const office = await new PostOffice().open()
    await deliverDue(now(), { mailer: office.mailer() })
    await office.close()
    assert.deepEqual(office.letters[0].envelopeTo, ['lena@example.gov'])
    assert.include(office.letters[0].text, 'Only for work & <nothing else>.')
    assert.include(office.letters[0].text, terms.sha256)
  })

  test('without the tick nothing is accepted', async ({ client, assert }) => {
    const { lena } = await theCast()
    const terms = await publish()
    for (const agree of ['', 'no']) {
      const response = await accept(client, lena, terms, agree)
      assert.deepEqual(response.flashMessage('inputErrorsBag'), {
        agree: ['Tick the box if you agree to the terms and conditions.'],
      })
    }
    assert.lengthOf(await TermsAcceptance.all(), 0)
  })

  test('an end user sees who must act, and cannot accept', async ({ client, assert }) => {
    const { ada } = await theCast()
    const terms = await publish()
    const page = await client.get('/terms').loginAs(await signedIn(ada))
    page.assertTextIncludes('Pending Terms')
    page.assertTextIncludes('Lena Long')
    assert.notInclude(page.text(), 'Olga Oak')
    assert.notInclude(page.text(), 'I have read and agree')

    const refused = await accept(client, ada, terms)
    refused.assertStatus(403)
    assert.lengthOf(await TermsAcceptance.all(), 0)
    assert.exists(await AuditEntry.findBy({ event: 'action.refused', actorId: ada.id }))
  })

  test('accepting twice, also at once, leaves one acceptance', async ({ client, assert }) => {
    const { lena } = await theCast()
    const terms = await publish()
    await Promise.all([accept(client, lena, terms), accept(client, lena, terms)])
    await accept(client, lena, terms)
    assert.lengthOf(await TermsAcceptance.all(), 1)
    assert.lengthOf(await AuditEntry.query().where('event', 'terms.accepted'), 1)
  })

  test('a newer version asks again, and the older one cannot be accepted any more', async ({
    client,
    assert,
  }) => {
    const { lena } = await theCast()
    const first = await publish()
    await accept(client, lena, first)
    const second = await publish('New rules.')
    const late = await accept(client, lena, first)
    late.assertHeader('location', '/terms')
    assert.isNull(await TermsAcceptance.findBy('termsId', second.id))
    const page = await client.get('/terms').loginAs(await signedIn(lena))
    page.assertTextIncludes('New rules.')
  })

  test('one organization’s acceptance is no other’s', async ({ client }) => {
    const { lena, otto } = await theCast()
    await accept(client, lena, await publish())
    const page = await client.get('/terms').loginAs(await signedIn(otto))
    page.assertTextIncludes('Pending Terms')
  })

  test('without a subscription it says who can ask for one', async ({ client, assert }) => {
    const { ada, lena, dol } = await theCast()
    const terms = await publish()
    await ApplicationSubscription.query().where('organizationId', dol.id).update({ endedAt: now() })
    const page = await client.get('/terms').loginAs(await signedIn(ada))
    page.assertTextIncludes('has no active subscription to Secure File Transfer')
    ;(await accept(client, lena, terms)).assertStatus(403)
    assert.lengthOf(await TermsAcceptance.all(), 0)
  })
})
