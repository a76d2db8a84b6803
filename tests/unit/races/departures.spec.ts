import Account from '#app/accounts/account'
import AuditEntry from '#app/audit/audit_entry'
import Departure from '#app/folders/departures/departure'
import { carryOutDue } from '#app/folders/departures/departures_due'
import AccountImport from '#app/folders/imports/account_import'
import { applyByMail } from '#app/folders/imports/import_applying'
import { undoImport } from '#app/folders/imports/import_undo'
import Message from '#app/messages/message'
import { day, now } from '#app/shared/clock'
import { theCast } from '#tests/support/cast'
import { committed } from '#tests/support/database'
import { previewed, tableOf } from '#tests/support/imports'
import { atOnce, times } from '#tests/support/races'
import { test } from '@japa/runner'

const events = (event: string) => AuditEntry.query().where({ event })

test.group('Imports and departures by several at once', (group) => {
  group.each.setup(committed)

  test('an import that several apply is applied once', async ({ assert }) => {
    const { lena } = await theCast()
    const wanted = await previewed(lena, tableOf(3))
    const answers = await atOnce(
      'account_imports',
      wanted.id,
      times(3, () => applyByMail(lena, wanted))
    )
    assert.sameMembers(answers, ['applied', 'gone', 'gone'])
    assert.lengthOf(await Account.query().where('username', 'like', 'p%'), 3)
    assert.lengthOf(await Message.query().where('kind', 'account_opened'), 3)
    assert.lengthOf(await events('import.applied'), 1)
  })

  test('of two imports with the same names one is applied', async ({ assert }) => {
    const { lena, dol } = await theCast()
    const wanted = [await previewed(lena, tableOf(2)), await previewed(lena, tableOf(2))]
    const answers = await atOnce(
      'organizations',
      dol.id,
      wanted.map((one) => () => applyByMail(lena, one))
    )
    assert.sameMembers(answers, ['applied', 'changed'])
    assert.lengthOf(await Account.query().where('username', 'like', 'p%'), 2)
  })

  test('and undone once', async ({ assert }) => {
    const { lena } = await theCast()
    const wanted = await previewed(lena, tableOf(2))
    await applyByMail(lena, wanted)
    const found = await AccountImport.findFor(lena, wanted.id)
    const answers = await atOnce(
      'account_imports',
      wanted.id,
      times(2, () => undoImport(lena, found, []))
    )
    assert.lengthOf(
      answers.filter((answer) => answer !== null),
      1
    )
    assert.lengthOf(await events('account.deactivated'), 2)
  })

  test('a planned departure that two schedulers carry out is carried out once', async ({
    assert,
  }) => {
    const { lena, ada } = await theCast()
    await Departure.begin(lena, ada, { leftAt: now() + day, homeDays: 30 })
    const departure = await Departure.firstOrFail()
    const counts = await atOnce(
      'departures',
      departure.id,
      times(2, () => carryOutDue(now() + day))
    )
    assert.sameMembers(counts, [0, 1])
    assert.lengthOf(await events('account.departed'), 1)
    assert.lengthOf(await events('account.deactivated'), 1)
    assert.lengthOf(await Message.query().where('kind', 'departure_done'), 1)
  })
})
