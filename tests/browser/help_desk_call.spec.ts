import AccountDeactivation from '#app/accounts/keeping/account_deactivation'
import { theService } from '#app/audit/actor'
import AuditEntry from '#app/audit/audit_entry'
import { theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { theHelpDesk } from '#tests/support/help_desk'
import { faultsOf } from '#tests/support/page_faults'
import { aBrowserOf } from '#tests/support/visiting'
import { test } from '@japa/runner'

test.group('A person calls the help desk', (group) => {
  group.each.setup(undone)

  test('who forgot the password gets a link by mail, with a reason; scripts: {$self}')
    .with([true, false])
    .run(async ({ assert, browser }, scripts) => {
      const { ada } = await theCast()
      const hank = await theHelpDesk()
      const page = await aBrowserOf(hank, browser, { scripts })
      await page.goto(`/help-desk/accounts/${ada.id}`)
      await page.getByRole('heading', { level: 1, name: 'Ada Adams' }).waitFor()
      if (scripts) assert.deepEqual(await faultsOf(page), [])

      await page.getByRole('link', { name: 'Start a reset' }).click()
      await page.getByRole('button', { name: 'Mail the link' }).click()
      await page.getByRole('link', { name: /Say why/ }).waitFor()
      if (scripts) assert.deepEqual(await faultsOf(page), [])
      await page.getByLabel('Reason').fill('Ticket 4711')
      await page.getByRole('button', { name: 'Mail the link' }).click()
      await page.getByText('is on its way to ada@example.gov').waitFor()
      await page.getByText('for a caller: Ticket 4711').waitFor()
      assert.lengthOf(await AuditEntry.query().where('event', 'account.reset_for_caller'), 1)
      await page.context().close()
    })

  test('why she cannot: one form, one answer, at 320 px too; scripts: {$self}')
    .with([true, false])
    .run(async ({ assert, browser }, scripts) => {
      const { ada, otto } = await theCast()
      await AccountDeactivation.begin(theService, ada, 'On leave')
      const hank = await theHelpDesk()
      const page = await aBrowserOf(hank, browser, { scripts, width: 320 })
      await page.goto(`/help-desk/accounts/${ada.id}`)
      await page.getByLabel('What the person tries').selectOption({ label: 'Sign in' })
      await page.getByRole('button', { name: 'Explain' }).click()
      await page.getByRole('heading', { name: 'This stands in the way' }).waitFor()
      await page.getByText('Your account is not active.').waitFor()
      await page.getByText('Lena Long, liaison').waitFor()
      if (scripts) assert.deepEqual(await faultsOf(page), [])

      await page.goto(`/help-desk/accounts/${otto.id}/explanation`)
      await page.getByLabel('What the person tries').selectOption({ label: 'Open a folder' })
      await page.getByLabel('Folder').fill('/DOL/SRR/Incoming')
      await page.getByRole('button', { name: 'Explain' }).click()
      await page.getByText('The person was never subscribed').waitFor()
      if (scripts) assert.deepEqual(await faultsOf(page), [])
      await page.context().close()
    })
})
