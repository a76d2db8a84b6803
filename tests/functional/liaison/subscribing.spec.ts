import AuditEntry from '#app/audit/audit_entry'
import { theService } from '#app/audit/actor'
import Folder from '#app/folders/folder'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import SubscriptionOffer from '#app/folders/offers/subscription_offer'
import Message from '#app/messages/message'
import { day, now } from '#app/shared/clock'
import { person, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { promised, written } from '#tests/support/mails'
import { FormBrowser } from '#tests/support/form_browser'
import { test } from '@japa/runner'

type Cast = Awaited<ReturnType<typeof theCast>>
const usual = { folder: '/DOL/SRR', level: 'contributor', organization: '', people: 'ada' }

async function send(browser: FormBrowser, fields: Record<string, string> = {}) {
  await browser.open('/liaison/subscriptions/create')
  return browser.send('/liaison/subscriptions', { ...usual, ...fields })
}

const across = ({ opm }: Cast, more = {}) => ({
  organization: opm.id,
  people: 'otto@example.gov Otto Orr',
  purpose: 'Quarterly report',
  ...more,
})

const lena = () => FormBrowser.signIn('lena')
const live = (accountId: string) =>
  FolderSubscription.query().where({ accountId }).whereNull('endedAt').preload('folder')

test.group('Subscribing one’s own people', (group) => {
  group.each.setup(undone)

  test('several people of one form can open the folder at once, and each is told', async ({
    assert,
  }) => {
    const { dol, ada, srr } = await theCast()
    const bea = await person(dol, 'bea', 'Bea Bell')
    const browser = await lena()
    await send(browser, {
      people: 'ada\r\n\r\nBEA@example.gov',
      purpose: 'Case work',
      agreement_number: 'MOU-7',
      shown_as: 'Cases',
      ends_on: '2099-06-30',
    })
    assert.include(browser.text, 'Ada Adams (ada)')
    assert.include(browser.text, 'Bea Bell (bea)')
    assert.include(browser.text, 'can open it now, as contributor')
    const [subscription] = await live(bea.id)
    assert.include(subscription.$attributes, {
      folderId: srr.id,
      level: 'contributor',
      purpose: 'Case work',
      agreementNumber: 'MOU-7',
      shownAs: 'Cases',
      expiresAt: Date.parse('2099-07-01T03:59:59Z'),
    })
    assert.lengthOf(await live(ada.id), 2)
    assert.sameMembers(await promised(), [
      'subscription_started to ada@example.gov',
      'subscription_started to bea@example.gov',
    ])
    const mail = await written('subscription_started')
    for (const words of ['Cases', 'Contributor', 'Case work', 'MOU-7', `/folders/${srr.id}`]) {
      assert.include(mail, words)
    }
    assert.include(mail, 'Given by: Lena Long (lena)')
    assert.lengthOf(await AuditEntry.query().where('event', 'subscription.started'), 3)
  })

  test('the name chosen for a person stands in My Folders, on the page and in its path', async ({
    assert,
  }) => {
    const { ada, srr } = await theCast()
    const browser = await lena()
    await send(browser, { shown_as: 'Cases of the year' })
    const hers = await FormBrowser.signIn('ada')
    await hers.open('/folders')
    assert.include(hers.text, 'Cases of the year')
    await hers.open(`/folders/${srr.id}`)
    assert.include(hers.html, '<h1>Cases of the year</h1>')
    assert.notInclude(hers.html, 'SRR<')
    const below = await Folder.make(theService, {
      name: 'Below',
      organizationId: ada.organizationId,
      parent: srr,
    })
    await hers.open(`/folders/${below.id}`)
    assert.include(hers.html, `<a href="/folders/${srr.id}">Cases of the year</a>`)
  })

  test('all or nothing: each line that is wrong is named, and what was typed is kept', async ({
    assert,
  }) => {
    const { dol, ada } = await theCast()
    const gone = await person(dol, 'gone', 'Gone Girl')
    await gone.merge({ deactivatedAt: now(), deactivatedBecause: 'Left' }).save()
    const browser = await lena()
    await send(browser, { people: 'ada\nnobody\ngone\notto', purpose: 'Kept words' })
    assert.include(browser.text, 'Line 2: nobody of your organization has the user name')
    assert.include(browser.text, 'Line 3: the account of Gone Girl (gone) is not active.')
    assert.include(browser.text, 'Line 4: nobody of your organization')
    assert.include(browser.html, 'ada\nnobody\ngone\notto</textarea>')
    assert.include(browser.html, 'Kept words</textarea>')
    assert.include(browser.html, 'value="/DOL/SRR"')
    assert.lengthOf(await live(ada.id), 1)
    assert.lengthOf(await Message.all(), 0)
  })

  test('who is subscribed already is named, and stays as they are', async ({ assert }) => {
    const { ada } = await theCast()
    const browser = await lena()
    await send(browser, {
      folder: '/dol/srr/incoming',
      level: 'manager',
      people: 'ada\nlena\nLENA',
    })
    assert.include(browser.text, 'Unchanged, for it is so already: Ada Adams (ada), as contributor')
    assert.include(browser.text, 'Lena Long (lena) can open it now, as manager')
    const [subscription] = await live(ada.id)
    assert.equal(subscription.level, 'contributor')
    await send(browser, { folder: '/DOL/SRR/Incoming', people: 'lena' })
    assert.include(browser.text, 'Lena Long (lena), as manager')
    assert.lengthOf(await FolderSubscription.all(), 2)
  })

  test('a part of a name offers the folders that have it', async ({ assert }) => {
    const { ada, incoming } = await theCast()
    await FolderSubscription.query().where('accountId', ada.id).update({ endedAt: now() })
    const browser = await lena()
    await send(browser, { folder: 'inc' })
    assert.include(browser.text, 'Choose the folder below: "inc" is not the whole path of one.')
    assert.include(browser.html, `<option value="${incoming.id}"`)
    const chosen = { ...usual, folder: 'inc', folder_id: incoming.id }
    await browser.send('/liaison/subscriptions', { ...chosen, people: 'nobody' })
    assert.include(browser.html, `<option value="${incoming.id}" selected`)
    await browser.send('/liaison/subscriptions', {
      ...usual,
      folder: 'inc',
      folder_id: incoming.id,
    })
    const [subscription] = await live(ada.id)
    assert.equal(subscription.folderId, incoming.id)
    await send(browser, { folder: 'no such' })
    assert.include(browser.text, 'Your agency has no folder "no such".')
  })

  test('a folder and a person come filled in from where one was', async ({ assert }) => {
    const { ada, otto, incoming, ottosHome, adasHome } = await theCast()
    const browser = await lena()
    await browser.open(`/liaison/subscriptions/create?folder=${incoming.id}&account=${ada.id}`)
    assert.include(browser.html, 'value="/DOL/SRR/Incoming"')
    assert.include(browser.html, 'ada</textarea>')
    for (const foreign of [
      `account=${otto.id}`,
      `folder=${ottosHome.id}`,
      `folder=${adasHome.id}`,
    ]) {
      const { status } = await browser.open(`/liaison/subscriptions/create?${foreign}`)
      assert.equal(status, 404, foreign)
    }
  })

  test('an end that has passed, a missing level and a wrong day say how to mend it', async ({
    assert,
  }) => {
    await theCast()
    const browser = await lena()
    await send(browser, { ends_on: '2020-01-31' })
    assert.include(browser.text, 'Choose an end date that lies ahead, or none.')
    await send(browser, { level: 'owner' })
    assert.include(browser.text, 'Choose an access level.')
    await send(browser, { ends_on: '31.01.2099' })
    assert.include(browser.text, 'Write the end date as year, month and day')
    await send(browser, { people: ' \n ' })
    assert.include(browser.text, 'Name at least one person.')
    assert.lengthOf(await FolderSubscription.all(), 1)
  })

  test('fields that nobody shows have no effect', async ({ assert }) => {
    const { ada, otto, opm, srr } = await theCast()
    const browser = await lena()
    await send(browser, {
      organization_id: opm.id,
      account_id: otto.id,
      granted_by: otto.id,
      expires_at: '1',
      ended_at: '1',
      is_signed_by_sponsor: 'true',
    })
    const subscription = await FolderSubscription.findByOrFail({ folderId: srr.id })
    assert.include(subscription.$attributes, { accountId: ada.id, expiresAt: null, endedAt: null })
    assert.notEqual(subscription.grantedBy, otto.id)
    assert.lengthOf(await live(otto.id), 0)
    assert.lengthOf(await SubscriptionOffer.all(), 0)
  })

  test('nobody else subscribes anybody: {$self}')
    .with(['ada', 'otto', 'olga'] as const)
    .run(async ({ assert }, who) => {
      const { srr } = await theCast()
      const browser = await FormBrowser.signIn(who)
      const { status } = await browser.send('/liaison/subscriptions', {
        ...usual,
        folder_id: srr.id,
        people: who,
      })
      assert.equal(status, who === 'olga' ? 404 : 403)
      assert.lengthOf(await FolderSubscription.all(), 1)
      assert.isAbove((await AuditEntry.query().where('event', 'action.refused')).length, 0)
    })
})

test.group('Offering access to another organization', (group) => {
  group.each.setup(undone)

  test('one form offers; the asked liaison is told, and nobody else hears of it', async ({
    assert,
  }) => {
    const cast = await theCast()
    const browser = await lena()
    await send(browser, across(cast, { shown_as: 'Shared report', agreement_number: 'MOU-9' }))
    assert.include(browser.text, 'Offered to otto@example.gov.')
    assert.notInclude(browser.text, '(otto)')
    assert.deepEqual(await promised(), ['offers_made to olga@example.gov'])
    const mail = await written('offers_made')
    const words = ['Shared report', 'Otto Orr, otto@example.gov', 'MOU-9', 'Quarterly report']
    for (const word of [...words, 'Lena Long', 'lena@example.gov']) assert.include(mail, word)
    assert.notInclude(mail, 'SRR')
    assert.lengthOf(await live(cast.otto.id), 0)
    const his = await FormBrowser.signIn('otto')
    for (const path of ['/home', '/folders', '/deleted']) {
      await his.open(path)
      assert.notInclude(his.text, 'Shared report')
      assert.notInclude(his.text, 'SRR')
    }
    assert.equal((await his.open(`/folders/${cast.srr.id}`)).status, 404)
  })

  test('the answer is the same to the byte, whether there is such a person or not', async ({
    assert,
  }) => {
    const cast = await theCast()
    const pages: string[] = []
    for (const name of ['otto@example.gov', 'nobody@example.gov']) {
      const browser = await lena()
      await send(browser, across(cast, { people: `${name} Some Body` }))
      const { id } = await SubscriptionOffer.query().orderBy('id', 'desc').firstOrFail()
      const answer = browser.html
      await browser.open(`/liaison/offers/${id}`)
      pages.push(
        [answer, browser.html]
          .join()
          .replaceAll(name, 'NAME')
          .replaceAll(id, 'ID')
          .replace(/name='_csrf' value='[^']+'/g, '')
          .replace(/data-(idle|absolute)-seconds="\d+"/g, '')
          .replace(/<time [^>]+>[^<]+<\/time>/g, 'TIME')
      )
      await SubscriptionOffer.query().where({ id }).delete()
    }
    assert.equal(pages[0], pages[1])
  })

  test('the full name and the purpose are asked for', async ({ assert }) => {
    const cast = await theCast()
    const browser = await lena()
    await send(browser, across(cast, { people: 'otto', purpose: '' }))
    assert.include(browser.text, 'Say what the access is for')
    await send(browser, across(cast, { people: 'Otto Orr <otto@example.gov>\notto' }))
    assert.include(browser.text, 'Line 2: add the full name of "otto"')
    assert.lengthOf(await SubscriptionOffer.all(), 0)
    assert.lengthOf(await Message.all(), 0)
  })

  test('what waits already is named, and offered once', async ({ assert }) => {
    const cast = await theCast()
    const browser = await lena()
    await send(browser, across(cast))
    await send(
      browser,
      across(cast, { people: 'OTTO@example.gov Otto Orr\nnew@example.gov New One' })
    )
    assert.include(browser.text, 'OTTO@example.gov, to whom it is offered')
    assert.include(browser.text, 'Offered to new@example.gov.')
    assert.lengthOf(await SubscriptionOffer.all(), 2)
  })

  test('a suspended or unknown organization is none of the list', async ({ assert }) => {
    const cast = await theCast()
    await cast.opm.merge({ suspendedAt: now() }).save()
    const browser = await lena()
    await send(browser, across(cast))
    assert.include(browser.text, 'Choose an organization from the list.')
    assert.notInclude(browser.html, `<option value="${cast.opm.id}"`)
    assert.lengthOf(await SubscriptionOffer.all(), 0)
  })

  test('added fields decide nothing: status, organization, offerer, signature', async ({
    assert,
  }) => {
    const cast = await theCast()
    const browser = await lena()
    await send(
      browser,
      across(cast, {
        status: 'accepted',
        organization_id: cast.opm.id,
        offered_by: cast.olga.id,
        account_id: cast.otto.id,
        is_signed_by_sponsor: 'true',
        ends_on: '2026-12-24',
      })
    )
    const offer = await SubscriptionOffer.firstOrFail()
    assert.include(offer.$attributes, {
      status: 'pending',
      organizationId: cast.dol.id,
      offeredBy: cast.lena.id,
      accountId: null,
    })
    assert.isFalse(offer.isSignedBySponsor)
    assert.lengthOf(await live(cast.otto.id), 0)
  })
})

test.group('What lies ahead', (group) => {
  group.each.setup(undone)

  test('an end on a day is the end of that day in the service’s zone', async ({ assert }) => {
    const { srr } = await theCast()
    const browser = await lena()
    await send(browser, { ends_on: '2099-01-31' })
    const { expiresAt } = await FolderSubscription.findByOrFail({ folderId: srr.id })
    assert.equal(expiresAt, Date.parse('2099-02-01T04:59:59Z'))
    assert.isAbove(expiresAt!, now() + day)
  })
})
