import type Account from '#app/accounts/account'
import { permit } from '#app/audit/decide'
import { record } from '#app/audit/record'
import { openChecked, type FirstPassword } from '#app/folders/account_opening'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import AccountImport from '#app/folders/imports/account_import'
import { isFine, type Checked } from '#app/folders/imports/import_check'
import ImportedAccount from '#app/folders/imports/imported_account'
import { insertAll } from '#app/shared/insert_all'
import { now } from '#app/shared/clock'
import { inTransaction, type Trx } from '#app/shared/transaction'

/** `gone`: somebody applied or discarded it before. `changed`: a row is not fine any more, and then nobody is imported. */
export type Application = 'applied' | 'gone' | 'changed'

/** Opens what was previewed, all or nothing, everybody by a mailed link. */
export const applyByMail = (by: Account, wanted: AccountImport) =>
  apply(by, wanted, { status: 'previewed' }, () => undefined)

/**
 * Checks every row again and opens the accounts in one transaction. `from` is what the import must be for it to happen: of two
 * who apply it one does.
 */
export function apply(
  by: Account,
  wanted: AccountImport,
  from: { status: string; runId?: string },
  passwordOf: (row: Checked) => FirstPassword | undefined
) {
  return inTransaction(async (trx): Promise<Application> => {
    await permit(by, 'account.import', wanted.organization, trx)
    const first = from.runId ? 'shown_once' : 'mailed_link'
    const found = await taken(by, wanted, { ...from, first }, trx)
    if (!found) return 'gone'

    found.$setRelated('organization', wanted.organization)
    const rows = await found.checked(trx)
    if (!rows.every(isFine)) throw new Changed()
    await permitFolders(by, rows, trx)
    const opened = []
    for (const row of rows) opened.push(await open(by, found, row, passwordOf(row), trx))
    await insertAll(opened, trx)
    await record(
      'import.applied',
      { actor: by, subject: found, details: { count: rows.length } },
      trx
    )
    return 'applied'
  }).catch((error): Application => {
    if (error instanceof Changed || isNameTaken(error)) return 'changed'
    throw error
  })
}

class Changed extends Error {}

/** PostgreSQL: somebody who was quicker took a name that was free when this transaction looked. */
const isNameTaken = (error: { code?: string; constraint?: string }) =>
  error.code === '23505' && error.constraint?.startsWith('accounts_username') === true

/** Takes the import for good. What was typed is of no use any more: the accounts are the record. */
async function taken(
  by: Account,
  wanted: AccountImport,
  { first, ...from }: { status: string; runId?: string; first: string },
  trx: Trx
) {
  const found = await AccountImport.query({ client: trx })
    .where('id', wanted.id)
    .forUpdate()
    .first()
  if (!found || found.createdBy !== by.id || found.isForgotten(now())) return null
  const [changed] = await AccountImport.query({ client: trx })
    .where({ id: wanted.id, ...from })
    .update({
      status: 'applied',
      first,
      appliedAt: now(),
      appliedBy: by.id,
      source: null,
      rows: null,
      runId: null,
      failure: null,
    })
  return Number(changed) === 1 ? found : null
}

async function permitFolders(by: Account, rows: Checked[], trx: Trx) {
  const folders = new Map(rows.flatMap(({ folder }) => (folder ? [[folder.id, folder]] : [])))
  for (const folder of folders.values()) await permit(by, 'subscription.start', folder, trx)
}

async function open(
  by: Account,
  { id, organization }: AccountImport,
  row: Checked,
  first: FirstPassword | undefined,
  trx: Trx
) {
  const person = {
    ...row.person,
    first: first ? ('shown_once' as const) : ('mailed_link' as const),
  }
  const account = await openChecked(by, organization, person, first, trx)
  const subscription =
    row.folder && (await FolderSubscription.start(by, row.folder, account, row.level, trx))
  return new ImportedAccount().fill({
    importId: id,
    accountId: account.id,
    subscriptionId: subscription?.id ?? null,
    username: account.username,
    line: row.line,
  })
}
