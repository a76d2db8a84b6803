import Account from '#app/accounts/account'
import { missingFor } from '#app/accounts/admission'
import { matches } from '#app/accounts/passwords/password_hash'
import AuditEntry from '#app/audit/audit_entry'
import { blobStore } from '#app/files/blobs/current_store'
import File from '#app/files/file'
import Folder from '#app/folders/folder'
import { reachOf } from '#app/folders/reach'
import { seedDemonstration } from '#database/seeders/demonstration_seeder'
import { person, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { test } from '@japa/runner'
import { buffer } from 'node:stream/consumers'

const known = (username: string) =>
  Account.query().where({ username }).preload('organization').preload('grants').firstOrFail()

const count = async (model: typeof Account | typeof AuditEntry) => (await model.all()).length

async function bytesOf(name: string) {
  const file = await File.findByOrFail('name', name)
  const { blobKey } = await file.currentVersion()
  return buffer(blobStore().read(blobKey!))
}

test.group('The demonstration', (group) => {
  group.each.setup(undone)

  test('has the people of the documentation, all with its password', async ({ assert }) => {
    assert.isTrue(await seedDemonstration())
    const accounts = await Account.query().orderBy('username')
    assert.deepEqual(
      accounts.map(({ username }) => username),
      [
        ...['dol.ada', 'dol.liaison', 'dol.liaison2', 'dol.newhire', 'helpdesk'],
        ...['operator', 'opm.liaison', 'opm.otto', 'riverside.admin'],
      ]
    )
    for (const { passwordHash } of accounts) {
      assert.isTrue(await matches(passwordHash!, 'Waybill-2026-demo'))
    }
    assert.isTrue((await known('operator')).has('operator'))
    assert.isTrue((await known('helpdesk')).has('help_desk'))
    assert.equal((await known('dol.liaison')).grants[0].rank, 1)
    assert.equal((await known('dol.liaison2')).grants[0].rank, 2)
  })

  test('lets everybody in but who must change the password and whose terms are pending', async ({
    assert,
  }) => {
    await seedDemonstration()
    const missing = async (username: string) => (await missingFor(await known(username)))?.gate
    for (const username of ['dol.ada', 'dol.liaison2', 'opm.otto', 'helpdesk', 'operator']) {
      assert.isUndefined(await missing(username), username)
    }
    assert.equal(await missing('dol.newhire'), 'current_password')
    assert.equal(await missing('riverside.admin'), 'accepted_terms')
  })

  test('gives each person a home, and shared folders to their own agency alone', async ({
    assert,
  }) => {
    await seedDemonstration()
    for (const account of await Account.all()) {
      assert.isNotNull(await Folder.homeOf(account), account.username)
    }
    const [ada, otto] = [await known('dol.ada'), await known('opm.otto')]
    const incoming = await Folder.findByOrFail('name', 'Incoming')
    const dataPolicy = await Folder.findByOrFail('name', 'DATAPOLICY')
    assert.equal(await incoming.path(), '/DOL/SRR/Incoming')
    assert.equal(await dataPolicy.path(), '/OPM/DATAPOLICY')
    assert.equal((await reachOf(ada, incoming))?.level, 'contributor')
    assert.equal((await reachOf(otto, dataPolicy))?.level, 'contributor')
    assert.isNull(await reachOf(otto, incoming))
    assert.isNull(await reachOf(ada, dataPolicy))
  })

  test('holds files that are what their names say', async ({ assert }) => {
    await seedDemonstration()
    assert.match(String(await bytesOf('Read me first.txt')), /^READ ME FIRST\r\n/)
    assert.match(String(await bytesOf('wages-2026-q1.csv')), /^quarter,record,/)
    assert.equal((await bytesOf('Records by month.png')).toString('latin1', 1, 4), 'PNG')
    assert.equal((await bytesOf('wages-2026-q3.zip')).readUInt32BE(0), 0x504b0304)
    assert.isAbove((await bytesOf('srr-export-2026-07.bak')).length, 2_000_000)

    const pdf = (await bytesOf('Submission letter.pdf')).toString('latin1')
    const [, table] = /startxref\n(\d+)\n%%EOF/.exec(pdf)!
    assert.isTrue(pdf.slice(Number(table)).startsWith('xref\n'))
  })

  test('a second time changes nothing', async ({ assert }) => {
    await seedDemonstration()
    const before = await count(AuditEntry)
    assert.isTrue(await seedDemonstration())
    assert.equal(await count(AuditEntry), before)
  })

  test('never comes into a database that has people', async ({ assert }) => {
    const { dol } = await theCast()
    await person(dol, 'somebody', 'Some Body')
    const before = await count(Account)
    assert.isFalse(await seedDemonstration())
    assert.equal(await count(Account), before)
  })
})
