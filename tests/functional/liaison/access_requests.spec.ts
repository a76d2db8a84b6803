import Account from '#app/accounts/account'
import AccountRole from '#app/accounts/account_role'
import AuditEntry from '#app/audit/audit_entry'
import AccessRequest from '#app/folders/requests/access_request'
import Folder from '#app/folders/folder'
import Message from '#app/messages/message'
import { day, now } from '#app/shared/clock'
import { password, person, theCast } from '#tests/support/cast'
import { aDirectory } from '#tests/support/a_directory'
import { undone } from '#tests/support/database'
import { lettersFrom } from '#tests/support/letters'
import { aRequest } from '#tests/support/requests'
import { Visitor } from '#tests/support/visitor'
import { test } from '@japa/runner'
import { v7 as uuidv7 } from 'uuid'

async function atWork(name = 'lena') {
  const cast = await theCast()
  const request = await aRequest(cast.dol)
  const visitor = new Visitor()
  await visitor.signIn(name, password)
  const page = `/liaison/access-requests/${request.id}`
  await visitor.open(page)
  return { ...cast, request, visitor, page }
}

const approval = {
  ...{ username: 'dol.tom', full_name: 'Tom Tall', email: 'tom@example.org' },
  ...{ phone: '203-555-0100', title: 'Clerk', ends_on: '', first: 'mailed_link' },
}

const kinds = async () => (await Message.query().orderBy('id')).map(({ kind }) => kind)

test.group('Deciding on a request for access', (group) => {
  group.each.setup(undone)

  test('approving opens the account as the form says, with a link by mail', async ({ assert }) => {
    const { dol, lena, request, visitor, page } = await atWork()
    assert.include(visitor.page, 'wage records')
    assert.include(visitor.page, 'value="dol.tom"')
    await visitor.submit(`${page}/approvals`, approval)
    assert.equal(visitor.status, 302)
    const tom = await Account.findByOrFail('username', 'dol.tom')
    assert.include(tom.$attributes, {
      ...{ organizationId: dol.id, fullName: 'Tom Tall', email: 'tom@example.org', title: 'Clerk' },
      ...{ passwordHash: null, endsAt: null, credentialSource: 'local' },
    })
    assert.equal((await Folder.homeOf(tom))!.organizationId, dol.id)
    await request.refresh()
    assert.include(request.$attributes, {
      ...{ status: 'approved', decidedBy: lena.id, openedAccountId: tom.id },
    })
    const entry = await AuditEntry.findByOrFail('event', 'access_request.approved')
    assert.include(entry.$attributes, { actorId: lena.id, subjectId: request.id })
    assert.sameMembers(await kinds(), ['account_opened', 'access_request_approved'])
    const { tom: words } = await lettersFrom('tom@example.org')
    assert.include(words, 'approved your request for access')
    assert.include(words, 'dol.tom')
    await visitor.open(page)
    assert.include(visitor.page, 'Approved')
    assert.notInclude(visitor.page, 'Approve and open an account')
  })

  test('a first password is shown once, and stored nowhere', async ({ assert }) => {
    const { visitor, page } = await atWork()
    const last = new Date(now() + 100 * day).toISOString().slice(0, 10)
    await visitor.submit(`${page}/approvals`, { ...approval, first: 'shown_once', ends_on: last })
    assert.match(visitor.location!, /\/liaison\/accounts\/[0-9a-f-]+\/welcome$/)
    const sheet = visitor.location!
    await visitor.open(sheet)
    const [, shown] = /<code>(([a-z2-9]{4}-){6}[a-z2-9]{4})<\/code>/.exec(visitor.page)!
    await visitor.open(sheet)
    assert.notInclude(visitor.page, shown)
    const tom = await Account.findByOrFail('username', 'dol.tom')
    assert.isTrue(tom.mustChangePassword)
    assert.isAbove(tom.endsAt!, now() + 99 * day)
    assert.deepEqual(await kinds(), ['access_request_approved'])
    const stored = JSON.stringify([await AuditEntry.all(), await Message.all()])
    assert.notInclude(stored, shown)
    const own = new Visitor()
    await own.signIn('dol.tom', shown)
    await own.open('/home')
    assert.equal(own.location, '/password')
  })

  test('where a directory is in use, the password can be kept there', async ({ assert }) => {
    const { dol, visitor, page } = await atWork()
    assert.notInclude(visitor.page, 'name="credential_source"')
    await aDirectory(dol)
    await visitor.open(page)
    assert.include(visitor.page, 'name="credential_source"')
    const first = 'shown_once'
    await visitor.submit(`${page}/approvals`, {
      ...approval,
      first,
      credential_source: 'directory',
    })
    const tom = await Account.findByOrFail('username', 'dol.tom')
    assert.include(tom.$attributes, { credentialSource: 'directory', passwordHash: null })
    assert.isFalse(tom.mustChangePassword)
    assert.sameMembers(await kinds(), ['account_opened', 'access_request_approved'])
  })

  test('what must be mended leaves the request waiting: {field}')
    .with([
      { field: 'username', value: 'ADA', says: 'The user name ADA is taken.' },
      { field: 'username', value: 'a b', says: 'A user name has at most 100 letters' },
      { field: 'email', value: 'x', says: 'This is no mail address.' },
      { field: 'ends_on', value: '2020-01-01', says: 'Choose an end date that lies ahead.' },
      { field: 'ends_on', value: 'soon', says: 'Choose a day, or leave this empty.' },
      {
        ...{ field: 'credential_source', value: 'directory' },
        says: 'Your organization has no directory in use.',
      },
      { field: 'first', value: 'chosen', says: 'Choose how the person gets in.' },
    ])
    .run(async ({ assert }, { field, value, says }) => {
      const { request, visitor, page } = await atWork()
      await visitor.submit(`${page}/approvals`, { ...approval, [field]: value }, page)
      await visitor.open(visitor.location!)
      assert.include(visitor.page, says)
      assert.equal((await request.refresh()).status, 'pending')
      assert.isNull(await Account.findBy('username', 'dol.tom'))
      assert.deepEqual(await kinds(), [])
      assert.isNull(await AuditEntry.findBy('event', 'access_request.approved'))
    })

  test('added fields give neither roles nor another organization', async ({ assert }) => {
    const { dol, opm, ada, visitor, page } = await atWork()
    await visitor.submit(`${page}/approvals`, {
      ...approval,
      ...{ role: 'liaison', roles: 'operator', organizationId: opm.id, organization_id: opm.id },
      ...{ status: 'declined', password: 'chosen-one-7', account_id: ada.id, sponsor_id: ada.id },
      ...{ credentialSource: 'directory', mustChangePassword: '' },
    })
    const tom = await Account.findByOrFail('username', 'dol.tom')
    assert.include(tom.$attributes, {
      ...{ organizationId: dol.id, passwordHash: null, credentialSource: 'local', sponsorId: null },
    })
    assert.lengthOf(await AccountRole.query().where('accountId', tom.id), 0)
  })

  test('declining mails the reason, once', async ({ assert }) => {
    const { lena, request, visitor, page } = await atWork()
    await visitor.open(`${page}/declines/create`)
    await visitor.submit(`${page}/declines`, { because: 'Not for SRR.' })
    await visitor.open(`${page}/declines/create`)
    assert.include(visitor.page, 'Somebody decided on this request before you.')
    await visitor.open('/liaison')
    await visitor.submit(`${page}/declines`, { because: 'Another reason.' })
    await visitor.submit(`${page}/approvals`, approval)
    await request.refresh()
    assert.include(request.$attributes, {
      ...{ status: 'declined', because: 'Not for SRR.', decidedBy: lena.id },
    })
    const { tom } = await lettersFrom('tom@example.org')
    assert.include(tom, 'Not for SRR.')
    assert.deepEqual(await kinds(), ['access_request_declined'])
    assert.lengthOf(await AuditEntry.query().where('event', 'access_request.declined'), 1)
    assert.isNull(await Account.findBy('username', 'dol.tom'))
  })

  test('somebody who has an account is approved for it, and nothing is opened', async ({
    assert,
  }) => {
    const { ada, request, visitor, page } = await atWork()
    await request.merge({ email: 'ADA@example.gov' }).save()
    await visitor.open(page)
    assert.include(visitor.page, 'Approve for ada')
    const before = (await Account.all()).length
    await visitor.submit(`${page}/matches`, { account: ada.id })
    await request.refresh()
    assert.include(request.$attributes, { status: 'approved', openedAccountId: ada.id })
    assert.lengthOf(await Account.all(), before)
    assert.deepEqual(await kinds(), ['access_request_approved'])
  })

  test('of who asked while signed in, that account is meant, whatever the form says', async ({
    assert,
  }) => {
    const { ada, dol, request, visitor, page } = await atWork()
    const nia = await person(dol, 'nia', 'Nia Novak')
    await request.merge({ accountId: ada.id }).save()
    await visitor.open(page)
    assert.notInclude(visitor.page, 'Approve and open an account')
    await visitor.submit(`${page}/matches`, { account: nia.id })
    assert.equal((await request.refresh()).openedAccountId, ada.id)
  })

  test('another agency’s person is not found, and whoever left is not approved', async ({
    assert,
  }) => {
    const { ada, otto, request, visitor, page } = await atWork()
    await visitor.submit(`${page}/matches`, { account: otto.id })
    assert.equal(visitor.status, 404)
    await visitor.open(page)
    await visitor.submit(`${page}/matches`, { account: uuidv7() })
    assert.equal(visitor.status, 404)
    await ada.merge({ deactivatedAt: now() }).save()
    await visitor.open(page)
    await visitor.submit(`${page}/matches`, { account: ada.id })
    await visitor.open(page)
    assert.include(visitor.page, 'That account is not active.')
    assert.equal((await request.refresh()).status, 'pending')
  })

  test('nobody decides on their own request, signed in or not', async ({ assert }) => {
    const { dol, lena, request, visitor, page } = await atWork()
    await request.merge({ email: 'LENA@example.gov' }).save()
    const signedIn = await aRequest(dol, { accountId: lena.id, email: 'x@example.org' })
    for (const path of [page, `/liaison/access-requests/${signedIn.id}`]) {
      await visitor.open(path)
      assert.include(visitor.page, 'Nobody decides on their own request.')
      assert.equal((await visitor.submit(`${path}/approvals`, approval)).status, 403)
      await visitor.open(path)
      await visitor.open('/liaison')
      assert.equal((await visitor.submit(`${path}/matches`, { account: lena.id })).status, 403)
      await visitor.open('/liaison/contact')
      assert.equal((await visitor.submit(`${path}/declines`, { because: 'x' })).status, 403)
    }
    assert.lengthOf(await AccessRequest.query().where('status', 'pending'), 2)
    assert.isNull(await Account.findBy('username', 'dol.tom'))
    assert.isAtLeast((await AuditEntry.query().where('event', 'action.refused')).length, 6)
  })

  test('another agency’s liaison learns nothing, not even that there is one', async ({
    assert,
  }) => {
    const { request, visitor, page } = await atWork('olga')
    const strange = `/liaison/access-requests/${uuidv7()}`
    const words = (html: string) => html.replace(/value='[^']*'/g, '')
    assert.equal(visitor.status, 404)
    const said = words(visitor.page)
    assert.equal(words((await visitor.open(strange)).page), said)
    for (const path of [page, strange]) {
      assert.equal((await visitor.open(`${path}/declines/create`)).status, 404)
      await visitor.open('/liaison/contact')
      for (const [noun, fields] of [
        ['approvals', approval],
        ['matches', { account: request.id }],
        ['declines', { because: 'x' }],
      ] as const) {
        await visitor.open('/liaison/contact')
        assert.equal((await visitor.submit(`${path}/${noun}`, fields)).status, 404, noun)
      }
    }
    assert.equal((await request.refresh()).status, 'pending')
    assert.deepEqual(await kinds(), [])
  })

  test('nor does an end user of the agency', async ({ assert }) => {
    const { request, visitor, page } = await atWork('ada')
    assert.equal(visitor.status, 403)
    assert.notInclude(visitor.page, 'Tom Tall')
    await visitor.open('/home')
    assert.equal((await visitor.submit(`${page}/approvals`, approval)).status, 403)
    assert.equal((await request.refresh()).status, 'pending')
  })

  test('an outside person gets a sponsor and an end, or no account', async ({ assert }) => {
    const { ada, request, visitor, page } = await atWork()
    assert.include(visitor.page, 'Sponsor’s user name')
    for (const [fields, words] of [
      [{ sponsor: 'otto', ends_on: '2099-12-31' }, 'who can be the sponsor is called “otto”'],
      [{ sponsor: 'ada' }, 'Say until when.'],
    ] as const) {
      await visitor.submit(`${page}/approvals`, { ...approval, ...fields })
      await visitor.open(page)
      assert.include(visitor.page, words)
      assert.equal((await request.refresh()).status, 'pending')
      assert.isNull(await Account.findBy('username', 'dol.tom'))
    }
    await visitor.submit(`${page}/approvals`, {
      ...approval,
      ...{ sponsor: 'Ada', ends_on: '2099-12-31', sponsor_id: 'x' },
    })
    const tom = await Account.findByOrFail('username', 'dol.tom')
    assert.equal(tom.sponsorId, ada.id)
    assert.isNotNull(tom.endsAt)
  })

  test('the suggested user name is one that is free', async ({ assert }) => {
    const { dol, visitor, page } = await atWork()
    await person(dol, 'dol.tom', 'Tom Other')
    await visitor.open(page)
    assert.include(visitor.page, 'value="dol.tom.tall"')
    await person(dol, 'DOL.Tom.Tall', 'Tom Third')
    await visitor.open(page)
    assert.include(visitor.page, 'value="dol.tom.tall2"')
  })
})
