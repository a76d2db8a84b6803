import Account from '#app/accounts/account'
import Secret from '#app/accounts/secret'
import AuditEntry from '#app/audit/audit_entry'
import AccountImport from '#app/folders/imports/account_import'
import { applyByMail } from '#app/folders/imports/import_applying'
import Message from '#app/messages/message'
import { now } from '#app/shared/clock'
import { theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { previewed, tableOf } from '#tests/support/imports'
import { promised, written } from '#tests/support/mails'
import { PlainBrowser } from '#tests/support/plain_browser'
import { test } from '@japa/runner'

const button = 'Send the activation mail again'
const sent = (event: string) => AuditEntry.query().where({ event, outcome: 'done' })

async function waiting() {
  const cast = await theCast()
  await cast.ada.merge({ passwordHash: null, passwordChangedAt: null }).save()
  return {
    ...cast,
    browser: await PlainBrowser.signIn('lena'),
    page: `/liaison/accounts/${cast.ada.id}`,
  }
}

async function imported(count: number) {
  const cast = await theCast()
  const wanted = await previewed(cast.lena, tableOf(count))
  await applyByMail(cast.lena, wanted)
  await Message.query().delete()
  return { ...cast, wanted, page: `/liaison/imports/${wanted.id}` }
}

test.group('The activation mail, once more', (group) => {
  group.each.setup(undone)

  test('goes to who waits, with a link that is good', async ({ assert }) => {
    const { ada, browser, page } = await waiting()
    await browser.open(page)
    assert.include(browser.text, button)
    assert.include(browser.text, 'Waiting for activation')
    await browser.send(`${page}/activation-mails`, { email: 'else@example.org', status: 'active' })
    assert.include(browser.text, 'The activation mail is on its way to ada@example.gov.')
    assert.deepEqual(await promised(), ['account_opened to ada@example.gov'])
    assert.match((await written('account_opened'))!, /\/activate\/\S+/)
    assert.lengthOf(await Secret.query().where({ accountId: ada.id }), 1)
    assert.lengthOf(await sent('account.activation_sent'), 1)
  })

  test('is not sent without end', async ({ assert }) => {
    const { browser, page } = await waiting()
    await browser.open(page)
    for (let times = 0; times < 6; times++) await browser.send(`${page}/activation-mails`)
    assert.include(browser.text, 'That was tried too often.')
    assert.isBelow((await promised()).length, 6)
    assert.lengthOf(await sent('account.activation_sent'), (await promised()).length)
  })

  test('is for nobody who has a password, is closed, or has no address', async ({ assert }) => {
    const { ada, browser, lena, page } = await waiting()
    await ada.merge({ passwordHash: lena.passwordHash }).save()
    await browser.open(page)
    assert.notInclude(browser.text, button)
    await browser.send(`${page}/activation-mails`)
    assert.include(browser.text, 'Ada Adams does not wait for activation any more.')
    await ada.merge({ passwordHash: null, email: null }).save()
    await browser.send(`${page}/activation-mails`)
    assert.include(browser.text, 'No mail address is known for this person.')
    await ada.merge({ email: 'ada@example.gov', deactivatedAt: now() }).save()
    await browser.send(`${page}/activation-mails`)
    assert.include(browser.text, 'This account is not active.')
    assert.deepEqual(await promised(), [])
    assert.isEmpty(await sent('account.activation_sent'))
  })
})

test.group('The activation mails of an import, once more', (group) => {
  group.each.setup(undone)

  test('go to all who still wait, and to nobody else', async ({ assert }) => {
    const { lena, page } = await imported(3)
    const first = await Account.findByOrFail('username', 'p0')
    await first.merge({ passwordHash: lena.passwordHash, passwordChangedAt: now() }).save()
    const browser = await PlainBrowser.signIn('lena')
    await browser.open(page)
    assert.include(browser.text, '2 people have not opened the mailed link yet.')
    await browser.send(`${page}/activation-mails`)
    assert.include(browser.text, '2 activation mails are on the way.')
    assert.sameMembers(await promised(), [
      'account_opened to p1@example.gov',
      'account_opened to p2@example.gov',
    ])
    const [entry] = await sent('import.activations_sent')
    assert.deepEqual(entry.details, { count: 2 })
  })

  test('are none where nobody waits, or the import was undone', async ({ assert }) => {
    const { wanted, lena, page } = await imported(1)
    const one = Account.query().where('username', 'p0')
    await one.update({ passwordHash: lena.passwordHash, passwordChangedAt: now() })
    const browser = await PlainBrowser.signIn('lena')
    await browser.open(page)
    assert.notInclude(browser.text, 'Send their activation mails again')
    await browser.send(`${page}/activation-mails`)
    assert.include(browser.text, 'Nobody of this import waits for activation any more.')
    await Account.query()
      .where('username', 'p0')
      .update({ passwordHash: null, passwordChangedAt: null })
    await AccountImport.query().where('id', wanted.id).update({ status: 'undone' })
    await browser.send(`${page}/activation-mails`)
    assert.deepEqual(await promised(), [])
  })

  test('another agency’s import is not there; nobody else sends any: {$self}')
    .with(['olga', 'ada', 'otto'])
    .run(async ({ assert }, who) => {
      const { page } = await imported(1)
      const browser = await PlainBrowser.signIn(who)
      await browser.open('/')
      const answer = await browser.send(`${page}/activation-mails`)
      assert.equal(answer.status, who === 'olga' ? 404 : 403)
      assert.deepEqual(await promised(), [])
    })
})
