import Account from '#app/accounts/account'
import AuditEntry from '#app/audit/audit_entry'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import SubscriptionOffer from '#app/folders/offers/subscription_offer'
import Message from '#app/messages/message'
import { day, now } from '#app/shared/clock'
import { person, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { promised, written } from '#tests/support/mails'
import { aPartner } from '#tests/support/partner'
import { FormBrowser } from '#tests/support/form_browser'
import { received } from '#tests/support/received'
import { test } from '@japa/runner'

type Cast = Awaited<ReturnType<typeof theCast>>

const offer = ({ lena, incoming, opm }: Cast, more = {}) =>
  SubscriptionOffer.make(lena, incoming, {
    askedOrganization: opm,
    named: 'otto@example.gov',
    fullName: 'Otto Orr',
    level: 'contributor',
    shownAs: 'Shared report',
    purpose: 'Quarterly report',
    agreementNumber: 'MOU-9',
    ...more,
  })

const state = async ({ id }: SubscriptionOffer) => (await SubscriptionOffer.findOrFail(id)).status
const subscriptions = (accountId: string) =>
  FolderSubscription.query().where({ accountId }).whereNull('endedAt')

test.group('Answering an offer', (group) => {
  group.each.setup(undone)

  test('the asked side sees all of it but where the folder stands', async ({ assert }) => {
    const cast = await theCast()
    await cast.lena.merge({ phone: '860-555-0100' }).save()
    const { id } = await offer(cast)
    const hers = await FormBrowser.signIn('olga')
    await hers.open(`/liaison/offers/${id}`)
    const words = ['Shared report', 'Department of Labor', 'Lena Long', '860-555-0100', 'MOU-9']
    for (const word of [...words, 'Quarterly report', 'Contributor', 'Accept for Otto Orr']) {
      assert.include(hers.text, word)
    }
    assert.notInclude(hers.text, 'Incoming')
    assert.notInclude(hers.text, 'SRR')
  })

  test('on yes it starts at once, and the person and the offerer are told', async ({ assert }) => {
    const cast = await theCast()
    const { id } = await offer(cast)
    const file = await received(cast.incoming, cast.ada, 'notes.txt', 'hello')
    const hers = await FormBrowser.signIn('olga')
    await hers.open(`/liaison/offers/${id}`)
    await hers.send(`/liaison/offers/${id}/acceptances`, { username: 'otto' })
    assert.include(hers.text, 'Otto Orr (otto) can open it now.')
    assert.sameMembers(await promised(), [
      'subscription_started to otto@example.gov',
      'offer_accepted to lena@example.gov',
    ])
    assert.include(await written('subscription_started'), 'You can open Shared report')
    assert.include(await written('offer_accepted'), 'Otto Orr (otto) can open it now')
    const his = await FormBrowser.signIn('otto')
    await his.open('/folders')
    assert.include(his.text, 'Shared report')
    assert.notInclude(his.text, 'SRR')
    assert.equal((await his.open(`/files/${file.id}/download`)).status, 200)

    await hers.send(`/liaison/offers/${id}/acceptances`, { username: 'otto' })
    assert.include(hers.text, 'this offer was decided before')
    assert.lengthOf(await subscriptions(cast.otto.id), 1)
    assert.lengthOf(await Message.all(), 2)
  })

  test('another one of the own people may be meant; nobody of anywhere else', async ({
    assert,
  }) => {
    const cast = await theCast()
    const oscar = await person(cast.opm, 'oscar', 'Oscar Oz')
    const one = await offer(cast)
    const hers = await FormBrowser.signIn('olga')
    await hers.open(`/liaison/offers/${one.id}`)
    await hers.send(`/liaison/offers/${one.id}/acceptances`, { username: 'ada' })
    assert.include(hers.text, 'Nobody of your organization with an active account')
    assert.equal(await state(one), 'pending')
    await hers.send(`/liaison/offers/${one.id}/acceptances`, { username: 'Oscar' })
    assert.include(hers.text, 'Oscar Oz (oscar) can open it now.')
    assert.lengthOf(await subscriptions(oscar.id), 1)
    assert.lengthOf(await subscriptions(cast.otto.id), 0)
    const again = await offer(cast, { named: 'x' })
    await assert.rejects(() => again.accept(cast.olga, cast.ada))
  })

  test('for somebody without an account it is opened in the same act', async ({ assert }) => {
    const cast = await theCast()
    const one = await offer(cast, { named: 'new@example.gov', fullName: 'Nora New' })
    const hers = await FormBrowser.signIn('olga')
    await hers.open(`/liaison/offers/${one.id}`)
    assert.include(hers.html, 'value="Nora New"')
    assert.include(hers.html, 'value="new@example.gov"')
    const form = { full_name: 'Nora New', email: 'new@example.gov', credential_source: 'local' }
    await hers.send(`/liaison/offers/${one.id}/accounts`, { ...form, new_username: 'otto' })
    assert.include(hers.text, 'The user name otto is taken.')
    assert.equal(await state(one), 'pending')

    await hers.send(`/liaison/offers/${one.id}/accounts`, {
      ...form,
      new_username: 'nora',
      organization_id: cast.dol.id,
      role: 'operator',
    })
    assert.include(hers.text, 'Opened the account of Nora New (nora)')
    const nora = await Account.query().where('username', 'nora').preload('grants').firstOrFail()
    assert.equal(nora.organizationId, cast.opm.id)
    assert.lengthOf(nora.grants, 0)
    assert.lengthOf(await subscriptions(nora.id), 1)
    assert.sameMembers(await promised(), [
      'account_opened to new@example.gov',
      'subscription_started to new@example.gov',
      'offer_accepted to lena@example.gov',
    ])
    await hers.send(`/liaison/offers/${one.id}/accounts`, { ...form, new_username: 'nora2' })
    assert.include(hers.text, 'decided before')
    assert.isNull(await Account.findBy('username', 'nora2'))
  })

  test('on no the offerer is told why, and nothing starts', async ({ assert }) => {
    const cast = await theCast()
    const one = await offer(cast)
    const hers = await FormBrowser.signIn('olga')
    await hers.open(`/liaison/offers/${one.id}/refusals/create`)
    await hers.send(`/liaison/offers/${one.id}/refusals`)
    assert.include(hers.text, 'Say why: the other side reads it.')
    await hers.send(`/liaison/offers/${one.id}/refusals`, { because: 'He left the project' })
    assert.include(hers.text, 'Declined. Lena Long of Department of Labor is told why.')
    assert.deepEqual(await promised(), ['offer_declined to lena@example.gov'])
    assert.include(await written('offer_declined'), 'He left the project')
    assert.lengthOf(await subscriptions(cast.otto.id), 0)
    const theirs = await FormBrowser.signIn('lena')
    await theirs.open(`/liaison/offers/${one.id}`)
    assert.include(theirs.text, 'He left the project')
    assert.notInclude(theirs.text, '(otto)')
  })

  test('the offering side withdraws with a reason, and reminds once a day', async ({ assert }) => {
    const cast = await theCast()
    const one = await offer(cast)
    const hers = await FormBrowser.signIn('lena')
    await hers.open(`/liaison/offers/${one.id}`)
    await hers.send(`/liaison/offers/${one.id}/reminders`)
    assert.include(hers.text, 'Office of Policy and Management is reminded.')
    await hers.send(`/liaison/offers/${one.id}/reminders`)
    assert.include(hers.text, 'a reminder went out within the last day')
    assert.deepEqual(await promised(), ['offer_reminder to olga@example.gov'])
    await hers.send(`/liaison/offers/${one.id}/withdrawals`, { because: 'Sent by mistake' })
    assert.include(hers.text, 'Withdrawn. Nobody can accept it any more.')
    await hers.send(`/liaison/offers/${one.id}/reminders`)
    assert.include(hers.text, 'Nothing was done')
    const asked = await FormBrowser.signIn('olga')
    await asked.send(`/liaison/offers/${one.id}/acceptances`, { username: 'otto' })
    assert.include(asked.text, 'decided before')
    assert.equal(await state(one), 'withdrawn')
    assert.isNull(await written('offer_reminder'))
  })

  test('what is deleted, over or suspended meanwhile cannot be accepted: {$self}')
    .with(['deleted', 'over', 'suspended'] as const)
    .run(async ({ assert }, what) => {
      const cast = await theCast()
      const one = await offer(cast)
      if (what === 'suspended') await cast.dol.merge({ suspendedAt: now() }).save()
      if (what === 'over') {
        await SubscriptionOffer.query()
          .where('id', one.id)
          .update({ expiresAt: now() - day })
      }
      if (what === 'deleted') await deleted(cast)
      const hers = await FormBrowser.signIn('olga')
      await hers.open(`/liaison/offers/${one.id}`)
      assert.notInclude(hers.text, 'Accept for')
      const { status } = await hers.send(`/liaison/offers/${one.id}/acceptances`, {
        username: 'otto',
      })
      assert.equal(status, 403)
      assert.equal(await state(one), 'pending')
      assert.lengthOf(await subscriptions(cast.otto.id), 0)
    })

  test('only its two sides ever see it: {$self}')
    .with(['ada', 'otto', 'third'] as const)
    .run(async ({ assert }, who) => {
      const cast = await theCast()
      const { partner } = await aPartner()
      await person(partner, 'third', 'Third Party', 'organization_administrator')
      const one = await offer(cast)
      const browser = await FormBrowser.signIn(who)
      const expected = who === 'third' ? 404 : 403
      assert.equal((await browser.open(`/liaison/offers/${one.id}`)).status, expected)
      await browser.open('/home')
      for (const [noun, fields] of Object.entries({
        acceptances: { username: 'otto' },
        refusals: { because: 'x' },
        withdrawals: { because: 'x' },
        reminders: {},
        accounts: {
          new_username: 'n',
          full_name: 'N',
          email: 'n@example.gov',
          credential_source: 'local',
        },
      })) {
        const { status } = await browser.send(
          `/liaison/offers/${one.id}/${noun}`,
          fields as Record<string, string>
        )
        assert.equal(status, expected, noun)
      }
      assert.equal(await state(one), 'pending')
      assert.isAbove((await AuditEntry.query().where('event', 'action.refused')).length, 4)
    })

  test('neither side turns the other one’s key', async ({ assert }) => {
    const cast = await theCast()
    const one = await offer(cast)
    const hers = await FormBrowser.signIn('lena')
    await hers.open('/liaison')
    for (const noun of ['acceptances', 'refusals']) {
      const fields = { username: 'lena', because: 'x' }
      const { status } = await hers.send(`/liaison/offers/${one.id}/${noun}`, fields)
      assert.notEqual(status, 200, noun)
    }
    const theirs = await FormBrowser.signIn('olga')
    await theirs.open('/liaison')
    for (const noun of ['withdrawals', 'reminders']) {
      const { status } = await theirs.send(`/liaison/offers/${one.id}/${noun}`, { because: 'x' })
      assert.equal(status, 404, noun)
    }
    assert.equal(await state(one), 'pending')
  })
})

async function deleted({ incoming, lena }: Cast) {
  const { default: db } = await import('@adonisjs/lucid/services/db')
  const id = '019a0000-0000-7000-8000-000000000001'
  const row = { id, folder_id: incoming.id, created_at: now(), created_by: lena.id }
  await db.table('folder_deletions').insert(row)
  await db.from('folders').where('id', incoming.id).update({ deletion_id: id })
}

test.group('Partners outside government', (group) => {
  group.each.setup(undone)

  const fields = (partner: { id: string }, more = {}) => ({
    folder: '/DOL/SRR',
    level: 'viewer',
    organization: partner.id,
    people: 'paul Paul Park',
    purpose: 'Payroll files',
    ends_on: new Date(now() + 90 * day).toISOString().slice(0, 10),
    ...more,
  })

  test('the partner’s administrator answers', async ({ assert }) => {
    await theCast()
    const { partner, paul } = await aPartner()
    await person(partner, 'rita', 'Rita Rivers', 'organization_administrator')
    const hers = await FormBrowser.signIn('lena')
    await hers.open('/liaison/subscriptions/create')
    assert.notInclude(hers.text, 'I sign as sponsor')
    await hers.send('/liaison/subscriptions', fields(partner, { is_signed_by_sponsor: 'true' }))
    assert.deepEqual(await promised(), ['offers_made to rita@example.gov'])
    const one = await SubscriptionOffer.firstOrFail()
    assert.isFalse(one.isSignedBySponsor)
    const theirs = await FormBrowser.signIn('rita')
    await theirs.open(`/liaison/offers/${one.id}`)
    await theirs.send(`/liaison/offers/${one.id}/acceptances`, { username: 'paul' })
    assert.include(theirs.text, 'Paul Park (paul) can open it now.')
    assert.lengthOf(await subscriptions(paul.id), 1)
  })

  test('without one the offering liaison signs, with a purpose and an end', async ({ assert }) => {
    await theCast()
    const { partner, paul } = await aPartner()
    const hers = await FormBrowser.signIn('lena')
    await hers.open('/liaison/subscriptions/create')
    assert.include(hers.text, 'I sign as sponsor')
    await hers.send('/liaison/subscriptions', fields(partner))
    assert.include(hers.text, 'has no active administrator who could accept')
    const signed = { is_signed_by_sponsor: 'true' }
    for (const wrong of [{ ends_on: '' }, { ends_on: '2099-01-01' }]) {
      await hers.send('/liaison/subscriptions', fields(partner, { ...signed, ...wrong }))
      assert.include(hers.text, 'Say until when, at most one year ahead')
    }
    await hers.send('/liaison/subscriptions', fields(partner, { ...signed, people: 'zoe Zoe Zed' }))
    assert.include(hers.text, 'has no account of "zoe"')
    assert.include(hers.text, 'open one for the person at your own organization, with a sponsor')
    assert.lengthOf(await SubscriptionOffer.all(), 0)
    await hers.send('/liaison/subscriptions', fields(partner, signed))
    assert.include(hers.text, 'Paul Park (paul)')
    const [subscription] = await subscriptions(paul.id)
    assert.equal(subscription.level, 'viewer')
    const one = await SubscriptionOffer.firstOrFail()
    assert.include(one.$attributes, { status: 'accepted' })
    assert.isTrue(one.isSignedBySponsor)
    assert.deepEqual(await promised(), ['subscription_started to paul@example.gov'])
  })

  test('the rule of signing holds whoever asks: never an agency, never beside an administrator', async ({
    assert,
  }) => {
    const cast = await theCast()
    const { partner } = await aPartner()
    const more = { isSignedBySponsor: true, expiresAt: now() + 30 * day }
    await assert.rejects(() => offer(cast, more), /answers for its people itself/)
    const asked = { ...more, askedOrganization: partner, named: 'paul' }
    await assert.rejects(() => offer(cast, { ...asked, expiresAt: null }), /until when/)
    const one = await offer(cast, asked)
    await person(partner, 'rita', 'Rita Rivers', 'organization_administrator')
    const paul = await Account.findByOrFail('username', 'paul')
    await assert.rejects(() => one.accept(cast.lena, paul), /has an administrator/)
    assert.lengthOf(await subscriptions(paul.id), 0)
  })
})
