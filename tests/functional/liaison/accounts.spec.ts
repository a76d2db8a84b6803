import Account from '#app/accounts/account'
import AuditEntry from '#app/audit/audit_entry'
import Folder from '#app/folders/folder'
import Message from '#app/messages/message'
import { dayOf, now, day } from '#app/shared/clock'
import { password, person, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { aDirectory } from '#tests/support/a_directory'
import { mailed } from '#tests/support/mailed'
import { somePeople } from '#tests/support/people'
import { Visitor } from '#tests/support/visitor'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'

const nia = {
  username: 'nia',
  full_name: 'Nia Novak',
  email: 'nia@example.gov',
  must_change: 'true',
  first: 'shown_once',
}
const firstPassword = /<code>([a-z2-9-]{34})<\/code>/

const inNewYork = (at: number) => dayOf(at, 'America/New_York')

async function aLiaison(name = 'lena') {
  return new Visitor().signIn(name, password)
}

async function open(visitor: Visitor, fields: Record<string, string> = {}) {
  await visitor.open('/liaison/accounts/create')
  return visitor.submit('/liaison/accounts', { ...nia, ...fields }, '/liaison/accounts/create')
}

test.group('Accounts', (group) => {
  group.each.setup(undone)

  test('the list has its words, and finds, filters, sorts and turns pages', async ({ assert }) => {
    const { lena } = await theCast()
    await somePeople(lena, 60)
    const visitor = await aLiaison()
    await visitor.open('/liaison/accounts')
    for (const words of ['New account', 'Ada Adams', 'Never signed in', 'Next page', 'Status']) {
      assert.include(visitor.page, words)
    }
    assert.notInclude(visitor.page, 'Otto Orr')
    await visitor.open('/liaison/accounts?search=ada+adams&show=active&sort=ends&order=desc')
    assert.include(visitor.page, 'Ada Adams')
    assert.notInclude(visitor.page, 'Person Number')
    for (const odd of [
      'show=constructor',
      'sort=x&order=y',
      'search[]=a',
      'after=x',
      `after=1.${lena.id}`,
      'search=%00',
    ]) {
      assert.equal((await visitor.open(`/liaison/accounts?${odd}`)).status, 200, odd)
    }
    await visitor.open('/liaison/accounts?search=nobody-like-that')
    assert.include(visitor.page, 'No account is like that.')
  })

  test('a page of 50 people is at most 60 KB', async ({ assert }) => {
    const { lena } = await theCast()
    await somePeople(lena, 60)
    const { page } = await (await aLiaison()).open('/liaison/accounts')
    assert.isAtMost(Buffer.byteLength(page), 60 * 1024)
  })

  test('nobody but who keeps accounts comes here', async ({ assert }) => {
    const { ada } = await theCast()
    const visitor = await aLiaison('ada')
    for (const path of ['', '/create', `/${ada.id}`, `/${ada.id}/edit`, `/${ada.id}/welcome`]) {
      assert.equal((await visitor.open(`/liaison/accounts${path}`)).status, 403)
    }
  })

  test('an administrator of a partner keeps its own people on the same pages', async ({
    assert,
  }) => {
    const { opm, ada } = await theCast()
    await opm.merge({ kind: 'partner' }).save()
    await person(opm, 'rita', 'Rita Rivers', 'organization_administrator')
    const visitor = await aLiaison('rita')
    await visitor.open('/liaison/accounts')
    assert.include(visitor.page, 'Otto Orr')
    assert.notInclude(visitor.page, 'Ada Adams')
    assert.equal((await visitor.open(`/liaison/accounts/${ada.id}`)).status, 404)
    await open(visitor)
    const { organizationId } = await Account.findByOrFail('username', 'nia')
    assert.equal(organizationId, opm.id)
  })
})

test.group('A new account', (group) => {
  group.each.setup(undone)

  test('the flag to change the password is ticked already', async ({ assert }) => {
    await theCast()
    const { page } = await (await aLiaison()).open('/liaison/accounts/create')
    assert.match(page, /name="must_change"[^>]* checked/)
    assert.include(page, 'Require user to change password on next login')
    assert.notInclude(page, 'credential_source')
  })

  test('the first password stands on the welcome sheet once, and opens the forced change', async ({
    assert,
  }) => {
    await theCast()
    const visitor = await open(await aLiaison())
    const sheet = visitor.location!
    assert.match(sheet, /^\/liaison\/accounts\/[0-9a-f-]{36}\/welcome$/)
    await visitor.open(sheet)
    const [, text] = firstPassword.exec(visitor.page)!
    for (const words of [
      '/sign-in',
      'case sensitive',
      'At least 7 characters',
      'home folder',
      'Lena Long',
      'Help desk',
      'change your password',
    ]) {
      assert.include(visitor.page, words)
    }

    await visitor.open(sheet)
    assert.notInclude(visitor.page, text)
    assert.include(visitor.page, 'shown once')
    const kept = [
      await AuditEntry.all(),
      await Message.all(),
      await Account.all(),
      await db.from('session_bags'),
      await db.from('kept_forms'),
    ]
    assert.notInclude(JSON.stringify(kept), text)

    const came = await new Visitor().signIn('nia', text)
    await came.open(came.location!)
    assert.equal(came.location, '/password')
    assert.exists(await Folder.findBy('name', 'nia'))
  })

  test('not even the session’s bag holds it in the clear, before it is shown', async ({
    assert,
  }) => {
    await theCast()
    const visitor = await open(await aLiaison())
    const bags = JSON.stringify(await db.from('session_bags'))
    await visitor.open(visitor.location!)
    const [, text] = firstPassword.exec(visitor.page)!
    assert.notInclude(bags, text)
    assert.include(bags, 'first_password')
    assert.notInclude(JSON.stringify(await db.from('session_bags')), 'first_password')
  })

  test('another’s sheet does not show it, nor use it up', async ({ assert }) => {
    const { ada } = await theCast()
    const visitor = await open(await aLiaison())
    const sheet = visitor.location!
    await visitor.open(`/liaison/accounts/${ada.id}/welcome`)
    assert.notMatch(visitor.page, firstPassword)
    await visitor.open(sheet)
    assert.match(visitor.page, firstPassword)
  })

  test('sent a second time it opens no second account, and what was typed is kept', async ({
    assert,
  }) => {
    await theCast()
    const visitor = await aLiaison()
    await open(visitor)
    await open(visitor, { full_name: 'Nia the Second' })
    assert.equal(visitor.location, '/liaison/accounts/create')
    await visitor.open('/liaison/accounts/create')
    assert.include(visitor.page, 'The user name nia is taken.')
    assert.include(visitor.page, 'Nia the Second')
    assert.match(visitor.page, /name="must_change"[^>]* checked/)
    assert.lengthOf(await Account.query().where('usernameKey', 'nia'), 1)
  })

  test('what is wrong is said at its field', async ({ assert }) => {
    await theCast()
    const visitor = await aLiaison()
    await open(visitor, { username: '', email: 'x', ends_on: '31.12.2026' })
    await visitor.open('/liaison/accounts/create')
    assert.include(visitor.page, 'Enter the user name')
    assert.include(visitor.page, 'like 2026-12-31')
    await open(visitor, { email: 'x', sponsor: '' })
    await visitor.open('/liaison/accounts/create')
    assert.include(visitor.page, 'is not a mail address')
    const wrong: Record<string, string>[] = [
      { sponsor: 'otto', ends_on: inNewYork(now() + 9 * day) },
      { sponsor: 'ada' },
      { ends_on: inNewYork(now() - 2 * day) },
      { credential_source: 'directory' },
      { credential_source: 'elsewhere' },
      { first: 'chosen' },
    ]
    for (const fields of wrong) {
      await open(visitor, fields)
      assert.equal(visitor.location, '/liaison/accounts/create', JSON.stringify(fields))
    }
    assert.isNull(await Account.findBy('username', 'nia'))
  })

  test('an outside person gets a sponsor and ends with the day', async ({ assert }) => {
    const { ada } = await theCast()
    const endsOn = inNewYork(now() + 9 * day)
    await open(await aLiaison(), { sponsor: 'ada', ends_on: endsOn })
    const account = await Account.findByOrFail('username', 'nia')
    assert.equal(account.sponsorId, ada.id)
    assert.equal(inNewYork(account.endsAt!), endsOn)
    assert.notEqual(inNewYork(account.endsAt! + 1), endsOn)
  })

  test('a directory is offered where there is one in use: then no password is made', async ({
    assert,
  }) => {
    const { dol, opm } = await theCast()
    await aDirectory(dol)
    const visitor = await aLiaison()
    await visitor.open('/liaison/accounts/create')
    assert.include(visitor.page, 'In your directory')
    await open(visitor, { credential_source: 'directory' })
    await visitor.open(visitor.location!)
    assert.notMatch(visitor.page, firstPassword)
    assert.include(visitor.page, 'Windows')
    const account = await Account.findByOrFail('username', 'nia')
    assert.equal(account.credentialSource, 'directory')
    assert.isNull(account.passwordHash)

    await aDirectory(opm, false)
    const { page } = await (await aLiaison('olga')).open('/liaison/accounts/create')
    assert.notInclude(page, 'In your directory')
  })

  test('added fields change nothing: organization, roles, password, status', async ({ assert }) => {
    const { opm, dol, otto } = await theCast()
    await open(await aLiaison(), {
      organization_id: opm.id,
      organizationId: opm.id,
      roles: 'operator',
      role: 'operator',
      password: 'chosen-by-me-7',
      password_hash: 'x',
      sponsor_id: otto.id,
      id: otto.id,
      last_signed_in_at: '1',
    })
    const account = await Account.findByOrFail('username', 'nia')
    await account.load('grants')
    assert.equal(account.organizationId, dol.id)
    assert.isEmpty(account.grants)
    assert.isNull(account.sponsorId)
    assert.isNull(account.lastSignedInAt)
    assert.notEqual(account.id, otto.id)
    const came = await new Visitor().signIn('nia', 'chosen-by-me-7')
    assert.equal(came.location, '/sign-in')
  })

  test('the welcome mail holds no password, and is not sent without end', async ({ assert }) => {
    await theCast()
    const visitor = await open(await aLiaison())
    const sheet = visitor.location!
    await visitor.open(sheet)
    const [, text] = firstPassword.exec(visitor.page)!
    const mails = sheet.replace(/welcome$/, 'welcome-mails')
    for (let clicks = 0; clicks < 6; clicks++) {
      await visitor.submit(mails)
      await visitor.open(sheet)
    }
    assert.include(visitor.page, 'tried too often')
    const letters = await mailed()
    assert.lengthOf(letters, 4)
    assert.notInclude(JSON.stringify(letters), text)
    assert.include(letters[0].text, 'Both User Name and Password are case sensitive.')
    assert.include(letters[0].text, 'User Name: nia')
  })
})
