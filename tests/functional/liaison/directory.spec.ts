import type Account from '#app/accounts/account'
import Directory from '#app/accounts/directories/directory'
import type { Finding } from '#app/accounts/directories/directory_test'
import Throttle from '#app/accounts/signing_in/throttle'
import AuditEntry from '#app/audit/audit_entry'
import { deliverDue } from '#app/messages/deliver'
import Message from '#app/messages/message'
import { now } from '#app/shared/clock'
import { person, signedIn, theCast } from '#tests/support/cast'
import { aClosedMouth } from '#tests/support/closed_mouth'
import { undone } from '#tests/support/database'
import { Visitor } from '#tests/support/visitor'
import {
  aDirectory,
  directoryPerson,
  typedFor,
  withDirectoryServer,
} from '#tests/support/directories'
import { base, searchPassword } from '#tests/support/directory_server'
import { PostOffice } from '#tests/support/post_office'
import type { ApiClient, ApiResponse } from '@japa/api-client'
import { test } from '@japa/runner'

const send = async (
  client: ApiClient,
  account: Account,
  typed: Record<string, string>,
  path = '/liaison/directory'
) =>
  client
    .put(path)
    .form(typed)
    .loginAs(await signedIn(account))
    .withCsrfToken()
    .redirects(0)

const findingsIn = (response: ApiResponse) => response.flashMessages().findings as Finding[]

const testing = { do: 'test' }

test.group('The directory settings of an organization', (group) => {
  const server = withDirectoryServer(group)
  group.each.setup(undone)

  test('the liaison sets them up; trail and colleagues hear of it, the password nobody', async ({
    client,
    assert,
    cleanup,
  }) => {
    const { lena, dol, opm } = await theCast()
    const lia = await person(dol, 'lia', 'Lia Lane', 'liaison')
    const empty = await client.get('/liaison/directory').loginAs(await signedIn(lena))
    empty.assertTextIncludes('No directory is set up')

    const added = { organization_id: opm.id, organizationId: opm.id, changed_by_operator: 'true' }
    const done = await send(client, lena, typedFor(server(), added))
    done.assertHeader('location', '/liaison/directory')
    done.assertFlashMessage('done', 'The directory settings are stored.')

    const [directory, ...others] = await Directory.all()
    assert.lengthOf(others, 0)
    assert.equal(directory.organizationId, dol.id)
    assert.equal(directory.changedBy, lena.id)
    assert.isFalse(directory.changedByOperator)
    assert.isTrue(directory.isInUse)
    assert.equal(directory.openedPassword, searchPassword)
    const entry = await AuditEntry.findByOrFail('event', 'directory.configured')
    assert.equal(entry.organizationId, dol.id)

    const office = await new PostOffice().open()
    cleanup(() => office.close())
    await deliverDue(now(), { mailer: office.mailer() })
    assert.sameMembers(
      office.letters.flatMap(({ envelopeTo }) => envelopeTo),
      [lena.email, lia.email]
    )
    assert.include(office.letters[0].text, server().address())

    const page = await client.get('/liaison/directory').loginAs(await signedIn(lena))
    page.assertTextIncludes('Lena Long (lena)')
    const form = await client.get('/liaison/directory/edit').loginAs(await signedIn(lena))
    const told = JSON.stringify([entry, await Message.all(), office.letters, directory])
    for (const text of [page.text(), form.text(), told]) assert.notInclude(text, searchPassword)
  })

  test('what must be mended is said at the field, and what was typed is kept but the password', async ({
    client,
    assert,
  }) => {
    const { lena } = await theCast()
    for (const [field, typed] of [
      ['address', { address: 'https://dc1.agency.example' }],
      ['ca_certificate', { ca_certificate: 'nonsense' }],
      ['ca_certificate', { ca_certificate: '-----BEGIN PRIVATE KEY-----' }],
      ['base_dn', { base_dn: 'labor' }],
      ['search_dn', { search_dn: 'EXTERNAL' }],
      ['search_password', { search_password: '' }],
      ['username_attribute', { username_attribute: 'uid)(objectClass=*' }],
      ['object_id_attribute', { object_id_attribute: 'cn' }],
    ] as [string, Record<string, string>][]) {
      const response = await send(client, lena, typedFor(server(), typed))
      assert.deepEqual(Object.keys(response.flashMessage('inputErrorsBag')), [field])
      assert.equal(response.flashMessage('username_attribute'), typed.username_attribute ?? 'uid')
      assert.notInclude(JSON.stringify(response.flashMessages()), searchPassword)
    }
    assert.lengthOf(await Directory.all(), 0)
    assert.lengthOf(await AuditEntry.query().where('event', 'directory.configured'), 0)
    assert.lengthOf(await Message.all(), 0)
  })

  test('without a password the stored one stays, unless the address or the certificate is another', async ({
    client,
    assert,
    cleanup,
  }) => {
    const { lena, dol } = await theCast()
    const directory = await aDirectory(dol, server())
    const silent = await aClosedMouth()
    cleanup(silent.close)
    const kept = { search_password: '' }
    await send(client, lena, typedFor(server(), { ...kept, base_dn: `ou=People,${base}` }))
    await directory.refresh()
    assert.equal(directory.baseDn, `ou=People,${base}`)
    assert.equal(directory.openedPassword, searchPassword)

    const elsewhere = { address: `ldaps://localhost:${silent.port}` }
    for (const other of [elsewhere, { ca_certificate: '' }]) {
      for (const how of [{}, testing]) {
        const response = await send(client, lena, typedFor(server(), { ...kept, ...other, ...how }))
        assert.deepEqual(Object.keys(response.flashMessage('inputErrorsBag')), ['search_password'])
      }
    }
    assert.equal(silent.connections(), 0)
    assert.equal((await directory.refresh()).address, server().address())
  })

  test('another attribute for ids makes Waybill learn them anew; anything else leaves them', async ({
    client,
    assert,
  }) => {
    const { lena, ada, dol } = await theCast()
    await aDirectory(dol, server())
    await ada.merge({ directoryObjectId: 'known' }).save()
    await send(client, lena, typedFor(server(), { search_password: '' }))
    assert.equal((await ada.refresh()).directoryObjectId, 'known')
    await send(client, lena, typedFor(server(), { object_id_attribute: 'objectGUID' }))
    assert.isNull((await ada.refresh()).directoryObjectId)
  })

  test('Test says what works, stores nothing, and the trail holds it', async ({
    client,
    assert,
  }) => {
    const { lena } = await theCast()
    const typed = { ...testing, test_username: 'berta', test_password: 'berta-Windows-1' }
    const response = await send(client, lena, typedFor(server(), typed))
    response.assertHeader('location', '/liaison/directory/edit')
    const findings = findingsIn(response)
    assert.lengthOf(findings, 7)
    for (const { works, sentence } of findings) assert.isTrue(works, sentence)
    assert.include(findings.at(-1)!.sentence, '“berta” can sign in')
    const kept = JSON.stringify([response.flashMessages(), await AuditEntry.all()])
    for (const secret of [searchPassword, 'berta-Windows-1']) assert.notInclude(kept, secret)
    assert.lengthOf(await Directory.all(), 0)
    const { details } = await AuditEntry.findByOrFail('event', 'directory.tested')
    assert.equal(details.result, 'it works')
  })

  test('Test says what does not work: {step}')
    .with([
      { step: 'name', typed: { address: 'ldaps://no-such-host.invalid' } },
      { step: 'encryption', typed: { ca_certificate: '' } },
      { step: 'search_account', typed: { search_password: 'wrong' } },
      { step: 'base', typed: { base_dn: 'ou=Nowhere,dc=labor,dc=example' } },
      { step: 'attributes', typed: { username_attribute: 'employeeNumber' } },
      {
        step: 'attributes',
        typed: { object_id_attribute: 'objectGUID', base_dn: 'ou=Twins,dc=labor,dc=example' },
      },
      { step: 'person', typed: { test_username: 'nobody' } },
      { step: 'person', typed: { test_username: 'twin' } },
      { step: 'person', typed: { test_username: '*' } },
      { step: 'person', typed: { test_username: 'berta', test_password: 'wrong' } },
    ] as { step: string; typed: Record<string, string> }[])
    .run(async ({ client, assert }, { step, typed }) => {
      const { lena } = await theCast()
      const response = await send(client, lena, typedFor(server(), { ...typed, ...testing }))
      const findings = findingsIn(response)
      const at = findings.findIndex(({ works }) => works === false)
      assert.equal(findings[at].step, step)
      assert.isTrue(findings.slice(0, at).every(({ works }) => works === true))
      assert.isTrue(findings.slice(at + 1).every(({ works }) => works === null))
    })

  test('Test works with what is stored, too, and the page shows the report', async ({
    client,
    assert,
  }) => {
    const { lena, dol } = await theCast()
    await aDirectory(dol, server())
    const tested = await client
      .put('/liaison/directory')
      .form(typedFor(server(), { ...testing, search_password: '' }))
      .loginAs(await signedIn(lena))
      .withCsrfToken()
    tested.assertTextIncludes('The test went well')
    tested.assertTextIncludes('The search account can sign in.')
    assert.lengthOf(await AuditEntry.query().where('event', 'directory.tested'), 1)
  })

  test('nobody looks for open ports or guesses passwords with it for long', async ({
    client,
    assert,
  }) => {
    const { lena, dol } = await theCast()
    const id = `directory:${dol.id}`
    await Throttle.create({ id, failures: 10, lastFailedAt: now(), openAt: now() + 5000 })
    const response = await send(client, lena, typedFor(server(), testing))
    assert.match(String(response.flashMessage('inputErrorsBag').address), /tried too often/)
    assert.lengthOf(await AuditEntry.query().where('event', 'directory.tested'), 0)
  })

  test('are removed on a page of their own, once, and with them whose object was whose', async ({
    client,
    assert,
  }) => {
    const { lena, ada, otto, dol, opm } = await theCast()
    await aDirectory(dol, server())
    await aDirectory(opm, server())
    for (const account of [ada, otto]) await account.merge({ directoryObjectId: 'known' }).save()
    const page = await client.get('/liaison/directory/removals/new').loginAs(await signedIn(lena))
    page.assertTextIncludes('cannot sign in any more')
    assert.lengthOf(await Directory.all(), 2)

    const remove = async () =>
      client
        .post('/liaison/directory/removals')
        .loginAs(await signedIn(lena))
        .withCsrfToken()
        .redirects(0)
    ;(await remove()).assertFlashMessage('done', 'The directory settings are removed.')
    assert.isNull(await Directory.of(dol.id))
    assert.isNotNull(await Directory.of(opm.id))
    assert.isNull((await ada.refresh()).directoryObjectId)
    assert.equal((await otto.refresh()).directoryObjectId, 'known')
    ;(await remove()).assertFlashMessage('notice', 'There are no directory settings any more.')
    assert.lengthOf(await AuditEntry.query().where('event', 'directory.removed'), 1)
  })

  test('who was made anew in the directory is recognized anew, once a liaison says so', async ({
    client,
    assert,
  }) => {
    const { lena, dol, otto } = await theCast()
    await aDirectory(dol, server())
    const berta = await directoryPerson(dol, 'berta')
    await berta.merge({ directoryObjectId: 'known' }).save()
    await otto.merge({ directoryObjectId: 'known' }).save()
    const entered = async () =>
      (await new Visitor().signIn('berta', 'berta-Windows-1')).location === '/home'
    assert.isFalse(await entered())

    const forget = async (username: string) =>
      client
        .delete('/liaison/directory/links')
        .form({ username })
        .loginAs(await signedIn(lena))
        .withCsrfToken()
        .redirects(0)
    ;(await forget('berta')).assertFlashMessage(
      'done',
      'At the next sign-in berta is recognized anew.'
    )
    assert.isTrue(await entered())
    for (const username of ['otto', 'nobody', '']) {
      const response = await forget(username)
      assert.deepEqual(Object.keys(response.flashMessage('inputErrorsBag')), ['username'])
    }
    assert.equal((await otto.refresh()).directoryObjectId, 'known')
    const entries = await AuditEntry.query().where('event', 'directory.link_forgotten')
    assert.deepEqual(
      entries.map(({ subjectId }) => subjectId),
      [berta.id]
    )
  })

  test('nobody but who speaks for the organization comes near them: {$self}')
    .with(['end user', 'other agency', 'help desk'] as const)
    .run(async ({ client, assert }, who) => {
      const cast = await theCast()
      const directory = await aDirectory(cast.dol, server())
      const account = {
        'end user': cast.ada,
        'other agency': cast.olga,
        'help desk': await person(cast.dol, 'hank', 'Hank Hall', 'help_desk'),
      }[who]
      const own = who === 'other agency'
      const ofDol = `/operations/organizations/${cast.dol.id}/directory`
      for (const [path, isOwn] of [
        ['/liaison/directory', own],
        ['/liaison/directory/edit', own],
        ['/liaison/directory/removals/new', own],
        [ofDol, false],
        [`${ofDol}/edit`, false],
      ] as [string, boolean][]) {
        const response = await client.get(path).loginAs(await signedIn(account))
        assert.equal(response.status(), isOwn ? 200 : 403, path)
        assert.notInclude(response.text(), directory.address)
      }
      for (const typed of [typedFor(server()), typedFor(server(), testing)]) {
        const refused = await send(client, account, typed, ofDol)
        refused.assertStatus(403)
        if (!own) (await send(client, account, typed)).assertStatus(403)
      }
      for (const [verb, path] of [
        ['DELETE', `${ofDol}/links`],
        ['POST', `${ofDol}/removals`],
      ]) {
        const refused = await client
          .request(path, verb)
          .form({ username: 'ada' })
          .loginAs(await signedIn(account))
          .withCsrfToken()
        refused.assertStatus(403)
      }
      assert.deepEqual((await directory.refresh()).changedAt, directory.changedAt)
      assert.lengthOf(
        await AuditEntry.query()
          .where('organizationId', cast.dol.id)
          .whereLike('event', 'directory.%'),
        0
      )
    })
})
