import Account from '#app/accounts/account'
import AccountSession from '#app/accounts/sessions/account_session'
import AuditEntry from '#app/audit/audit_entry'
import Message from '#app/messages/message'
import { matches } from '#app/accounts/passwords/password_hash'
import { password, signedIn, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'

const chosen = 'plum-tree-7'

const save = (client: ApiClient, account: Account, typed: Record<string, string> = {}) =>
  client
    .put('/password')
    .form({ current_password: password, new_password: chosen, retype_password: chosen, ...typed })
    .loginAs(account)
    .withCsrfToken()
    .redirects(0)

test.group('Change Password', (group) => {
  group.each.setup(undone)

  test('the page lists the rules in force, from the organization’s profile', async ({ client }) => {
    const { ada, dol } = await theCast()
    const guide = await client.get('/password').loginAs(await signedIn(ada))
    for (const words of ['Change Password', 'Current Password', 'Retype Password', 'Save', 'Cancel'])
      guide.assertTextIncludes(words)
    guide.assertTextIncludes('At least 7 characters')
    guide.assertTextIncludes('You will sign in again after the change.')

    await dol.merge({ passwordProfile: 'nist' }).save()
    const nist = await client.get('/password').loginAs(await signedIn(ada))
    nist.assertTextIncludes('At least 15 characters')
  })

  test('Save sets the new password, ends every session, tells the person and the trail', async ({
    client,
    assert,
  }) => {
    const { ada } = await theCast()
    await signedIn(await Account.findOrFail(ada.id))
    const response = await save(client, await signedIn(ada))
    response.assertHeader('location', '/sign-in')
    response.assertFlashMessage(
      'done',
      'Your password was changed successfully. Enter your user name and password to sign in.'
    )

    const fresh = await Account.findOrFail(ada.id)
    assert.isTrue(await matches(fresh.passwordHash!, chosen))
    assert.isFalse(await matches(fresh.passwordHash!, password))
    assert.lengthOf(await AccountSession.query().whereNull('endedAt'), 0)
    assert.exists(await AuditEntry.findBy({ event: 'password.changed', subjectId: ada.id }))
    const mail = await Message.findByOrFail('kind', 'password_changed')
    assert.equal(mail.address, 'ada@example.gov')
    assert.notInclude(JSON.stringify(mail.payload), chosen)
  })

  test('each rule that fails is named, and nothing is changed', async ({ client, assert }) => {
    const { ada } = await theCast()
    const response = await save(client, await signedIn(ada), { new_password: 'abc' })
    assert.deepEqual(response.flashMessage('inputErrorsBag'), {
      new_password: ['Use at least 7 characters.', 'Use at least one digit.'],
    })
    assert.isTrue(await matches((await ada.refresh()).passwordHash!, password))
    assert.isNull(await AuditEntry.findBy('event', 'password.changed'))
    assert.lengthOf(await Message.all(), 0)
  })

  test('refused: {field}')
    .with([
      { field: 'current_password', typed: { current_password: 'plum-tree-8' } },
      { field: 'retype_password', typed: { retype_password: 'plum-tree-8' } },
      { field: 'new_password', typed: { new_password: password, retype_password: password } },
      { field: 'new_password', typed: { new_password: ' '.repeat(2000) } },
      { field: 'new_password', typed: { new_password: '' } },
    ] as { field: string; typed: Record<string, string> }[])
    .run(async ({ client, assert }, { field, typed }) => {
      const { ada } = await theCast()
      const response = await save(client, await signedIn(ada), typed)
      assert.deepEqual(Object.keys(response.flashMessage('inputErrorsBag')), [field])
      assert.isTrue(await matches((await ada.refresh()).passwordHash!, password))
      assert.lengthOf(await AccountSession.query().whereNull('endedAt'), 1)
    })

  test('what was typed is written down nowhere, not even for the next page', async ({
    client,
    assert,
  }) => {
    const { ada } = await theCast()
    const response = await save(client, await signedIn(ada), { retype_password: '' })
    assert.property(response.flashMessage('inputErrorsBag'), 'retype_password')
    const kept = JSON.stringify([response.session(), response.flashMessages()])
    assert.notInclude(kept, chosen)
    assert.notInclude(kept, password)
  })

  test('blanks at the ends belong to the new password', async ({ client, assert }) => {
    const { ada } = await theCast()
    const typed = { new_password: ` ${chosen} `, retype_password: ` ${chosen} ` }
    await save(client, await signedIn(ada), typed)
    const { passwordHash } = await ada.refresh()
    assert.isTrue(await matches(passwordHash!, ` ${chosen} `))
    assert.isFalse(await matches(passwordHash!, chosen))
  })

  test('however often the current password is guessed, after a few tries one waits', async ({
    client,
    assert,
  }) => {
    const { ada } = await theCast()
    const here = await signedIn(ada)
    for (let tries = 0; tries < 6; tries++) await save(client, here, { current_password: 'guess' })
    const response = await save(client, here)
    assert.match(
      String(response.flashMessage('inputErrorsBag').current_password),
      /^That was tried too often\. Wait [12] seconds?, then try again\.$/
    )
  })

  test('whoever knows the current password may look for a new one as long as it takes', async ({
    client,
    assert,
  }) => {
    const { ada } = await theCast()
    const here = await signedIn(ada)
    for (let tries = 0; tries < 8; tries++) {
      const response = await save(client, here, { new_password: 'abc' })
      assert.notProperty(response.flashMessage('inputErrorsBag'), 'current_password')
    }
    ;(await save(client, here)).assertHeader('location', '/sign-in')
  })

  test('a wrong current password and a bad new one are told at once', async ({ client, assert }) => {
    const { ada } = await theCast()
    const typed = { current_password: 'guess', new_password: 'monkey' }
    const response = await save(client, await signedIn(ada), typed)
    assert.deepEqual(response.flashMessage('inputErrorsBag'), {
      current_password: ['The current password is not correct.'],
      new_password: [
        'Use at least 7 characters.', 'Use at least one digit.', 'This is a commonly used password, or nearly one. Choose another.',
],
    })
  })

  test('of two changes at once one is done', async ({ client, assert }) => {
    const { ada } = await theCast()
    const [one, two] = [await signedIn(ada), await signedIn(await Account.findOrFail(ada.id))]
    await Promise.all([
      save(client, one),
      save(client, two, { new_password: 'pear-tree-7', retype_password: 'pear-tree-7' }),
    ])
    assert.lengthOf(await AuditEntry.query().where('event', 'password.changed'), 1)
  })

  test('a directory account is told where to go', async ({ client, assert }) => {
    const { ada } = await theCast()
    await ada.merge({ credentialSource: 'directory' }).save()
    const page = await client.get('/password').loginAs(await signedIn(ada))
    page.assertTextIncludes('Change it where you change your Windows password.')
    const refused = await save(client, await signedIn(ada))
    refused.assertStatus(403)
    assert.isTrue(await matches((await ada.refresh()).passwordHash!, password))
  })
})

test.group('A password that must be changed', (group) => {
  group.each.setup(undone)

  test('leads to the change form, which has no Cancel', async ({ client, assert }) => {
    const { ada } = await theCast()
    await ada.merge({ mustChangePassword: true }).save()
    const page = await client.get('/password').loginAs(await signedIn(ada))
    page.assertStatus(200)
    assert.notInclude(page.text(), 'Cancel')
    await save(client, await signedIn(ada))
    assert.isFalse((await ada.refresh()).mustChangePassword)
  })
})
