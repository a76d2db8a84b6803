import Account from '#app/accounts/account'
import AccountDeactivation from '#app/accounts/keeping/account_deactivation'
import { newSeed } from '#app/accounts/passwords/first_password'
import { signIn } from '#app/accounts/signing_in/sign_in'
import { theService } from '#app/audit/actor'
import AuditEntry from '#app/audit/audit_entry'
import Folder from '#app/folders/folder'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import AccountImport, { undoLives } from '#app/folders/imports/account_import'
import { applyByMail } from '#app/folders/imports/import_applying'
import { applyWithPasswords, takePasswords, waitFor } from '#app/folders/imports/import_passwords'
import { undoImport } from '#app/folders/imports/import_undo'
import { usesOf } from '#app/folders/imports/import_use'
import ImportedAccount from '#app/folders/imports/imported_account'
import Message from '#app/messages/message'
import { hour, minute, now } from '#app/shared/clock'
import { theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { previewed, tableOf } from '#tests/support/imports'
import { test } from '@japa/runner'

type Cast = Awaited<ReturnType<typeof theCast>>

const imported = () => Account.query().where('full_name', 'like', 'Person %')
const active = () => imported().withScopes((scopes) => scopes.activeAt(now()))
const events = (event: string) => AuditEntry.query().where({ event })

async function applied({ lena }: Cast, text: string) {
  const wanted = await previewed(lena, text)
  await applyByMail(lena, wanted)
  return AccountImport.findFor(lena, wanted.id)
}

test.group('Many accounts are imported', (group) => {
  group.each.setup(undone)

  test('500 by mailed links with homes and folders, undone and imported again', async ({
    assert,
  }) => {
    const cast = await theCast()
    const { lena, incoming } = cast
    const text = tableOf(500, '\\DOL/srr/INCOMING/,Contributor')
    const found = await applied(cast, text)
    const people = await imported()
    assert.lengthOf(people, 500)
    assert.isTrue(people.every((one) => one.passwordHash === null && one.mustChangePassword))
    assert.lengthOf(await Message.query().where('kind', 'account_opened'), 500)
    const started = FolderSubscription.query().where({
      folderId: incoming.id,
      level: 'contributor',
    })
    assert.lengthOf(await started.clone().whereNull('endedAt'), 501)
    assert.lengthOf(await Folder.query().whereNotNull('ownerId'), 502)
    assert.include(found.$attributes, { status: 'applied', source: null, rows: null })

    assert.deepEqual(await undoImport(lena, found, []), { retired: 500, deactivated: 0, kept: 0 })
    assert.lengthOf(await active(), 0)
    assert.lengthOf(await started.clone().where('endedBecause', 'import_undone'), 500)
    assert.lengthOf(await started.clone().whereNull('endedAt'), 1)

    await applied(cast, text)
    assert.lengthOf(await active(), 500)
    assert.lengthOf(await Account.query().where('username', 'p499'), 1)
  }).timeout(120_000)

  test('a taken-back account is out of reach for good', async ({ assert }) => {
    const cast = await theCast()
    const found = await applied(cast, tableOf(1))
    await undoImport(cast.lena, found, [])
    const [account] = await imported()
    assert.match(account.username, /^p0#[0-9a-f]{12}$/)
    assert.include(account.$attributes, {
      email: null,
      phone: null,
      title: null,
      passwordHash: null,
    })
    assert.lengthOf(await Account.knownAs('p0@example.gov'), 0)
    assert.lengthOf(await Account.knownAs('p0'), 0)
    assert.lengthOf(await Message.query().whereNot('kind', 'account_opened'), 0)
    assert.lengthOf(await events('account.name_freed'), 1)
    const [row] = await AccountDeactivation.all()
    assert.include(row.$attributes, { because: 'Import undone', createdBy: cast.lena.id })
  })

  test('who used the account keeps it, unless ticked', async ({ assert }) => {
    const cast = await theCast()
    const { lena, srr } = cast
    const found = await applied(cast, tableOf(4, '/DOL/SRR/Incoming,'))
    const [p0, p1, p2] = await imported().orderBy('username')
    await p0.merge({ lastSignedInAt: now() }).save()
    await p1.merge({ lastSignedInAt: now() }).save()
    await FolderSubscription.start(lena, srr, p2, 'viewer')
    const uses = await usesOf(lena, found)
    assert.deepEqual(
      uses.map(({ reasons }) => reasons),
      [['has signed in'], ['has signed in'], ['was given other folders'], []]
    )
    assert.deepEqual(await undoImport(lena, found, [p1.id, cast.ada.id]), {
      retired: 1,
      deactivated: 1,
      kept: 2,
    })
    const left = await active().orderBy('username')
    assert.deepEqual(
      left.map(({ username }) => username),
      ['p0', 'p2']
    )
    await p1.refresh()
    assert.equal(p1.username, 'p1')
    assert.isTrue((await Account.findOrFail(cast.ada.id)).isActive(now()))
    const live = await FolderSubscription.query().where('accountId', p0.id).whereNull('endedAt')
    assert.lengthOf(live, 1)
  })

  test('an undo comes once, within 7 days, and only from the own organization', async ({
    assert,
  }) => {
    const cast = await theCast()
    const found = await applied(cast, tableOf(1))
    await assert.rejects(() => undoImport(cast.olga, found, []), /nothing of that kind/)
    await assert.rejects(() => undoImport(cast.ada, found, []))
    await AccountImport.query().update({ appliedAt: now() - undoLives })
    assert.isNull(await undoImport(cast.lena, found, []))
    assert.lengthOf(await active(), 1)

    await AccountImport.query().update({ appliedAt: now() - undoLives + minute })
    assert.isNotNull(await undoImport(cast.lena, found, []))
    assert.isNull(await undoImport(cast.lena, found, []))
    assert.lengthOf(await events('import.undone'), 1)
  })

  test('first passwords are made before, and follow from the seed alone', async ({ assert }) => {
    const { lena } = await theCast()
    const wanted = await previewed(lena, tableOf(6))
    const seed = newSeed()
    assert.equal(await applyWithPasswords(lena, wanted, seed), 'begun')
    assert.equal(await applyWithPasswords(lena, wanted, newSeed()), 'gone')
    await waitFor(wanted, 10_000)
    const found = await AccountImport.findFor(lena, wanted.id)
    assert.include(found.$attributes, { status: 'applied', first: 'shown_once', preparedCount: 5 })

    const wrong = await takePasswords(lena, found, newSeed(), 'csv')
    const right = await takePasswords(lena, found, seed, 'page')
    assert.isNull(await takePasswords(lena, found, seed, 'page'))
    assert.notDeepEqual(wrong, right)
    const origin = { address: '192.0.2.9', requestId: 'test' }
    const { username, password } = right![5]
    assert.property(await signIn({ username, password, device: 'test', origin }), 'account')
  })

  test('a list of first passwords cannot be asked for later than two hours', async ({ assert }) => {
    const { lena } = await theCast()
    const wanted = await previewed(lena, tableOf(1))
    const seed = newSeed()
    await applyWithPasswords(lena, wanted, seed)
    await waitFor(wanted, 10_000)
    await AccountImport.query().update({ appliedAt: now() - 2 * hour })
    assert.isNull(await takePasswords(lena, wanted, seed, 'page'))
  })

  test('what a dead process left can be applied again', async ({ assert }) => {
    const { lena } = await theCast()
    const wanted = await previewed(lena, tableOf(1))
    const silent = { status: 'preparing', runId: wanted.id, preparedAt: now() - minute }
    await AccountImport.query().update(silent)
    assert.equal(await AccountImport.releaseSilent(now()), 0)
    assert.equal(await AccountImport.releaseSilent(now() + minute), 1)
    const found = await AccountImport.findFor(lena, wanted.id)
    assert.include(found.failure, 'Nobody was imported')
    assert.equal(await applyByMail(lena, found), 'applied')
  })

  test('who loses the office meanwhile imports nobody', async ({ assert }) => {
    const { lena } = await theCast()
    const wanted = await previewed(lena, tableOf(1))
    await lena.related('grants').query().delete()
    await assert.rejects(() => applyByMail(lena, wanted))
    assert.lengthOf(await imported(), 0)
    assert.lengthOf(await ImportedAccount.all(), 0)
    assert.equal((await AccountImport.firstOrFail()).status, 'previewed')
  })

  test('an administrator of a partner has no folders to import into', async ({ assert }) => {
    const { dol, lena } = await theCast()
    await Folder.make(theService, { name: 'Own', organizationId: dol.id })
    await lena.related('grants').query().update({ role: 'organization_administrator' })
    const wanted = await previewed(await lena.renew(), tableOf(1, '/Own,'))
    await assert.rejects(() => applyByMail(lena, wanted))
    assert.lengthOf(await imported(), 0)
  })
})
