import Account from '#app/accounts/account'
import File from '#app/files/file'
import { inTransaction } from '#app/shared/transaction'
import { enrolOrganizations } from '#database/demonstration/organizations'
import { openAccounts } from '#database/demonstration/people'
import { askForHelp } from '#database/demonstration/help'
import { makeFolders } from '#database/demonstration/folders'
import { sendFiles } from '#database/demonstration/files'
import { writeQuickReferences } from '#database/demonstration/quick_references'
import { enterHolidays } from '#database/demonstration/holidays'
import { BaseSeeder } from '@adonisjs/lucid/seeders'

export default class extends BaseSeeder {
  async run() {
    await seedDemonstration()
  }
}

/**
 * Fills an empty database with two agencies, a partner, their people, folders, files and quick references, the way a service comes
 * to have them: through the rooms. Answers whether the demonstration is there.
 */
export async function seedDemonstration() {
  if (!(await Account.query().first())) {
    await inTransaction(async (trx) => {
      const organizations = await enrolOrganizations(trx)
      const people = await openAccounts(organizations, trx)
      await makeFolders(organizations, people, trx)
      await askForHelp(people, trx)
    })
  }
  const isThere = (await Account.findBy('username', 'dol.ada')) !== null
  if (isThere && !(await File.query().first())) {
    await writeQuickReferences()
    await enterHolidays()
    await sendFiles()
  }
  return isThere
}
