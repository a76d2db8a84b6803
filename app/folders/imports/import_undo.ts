import Account from '#app/accounts/account'
import AccountDeactivation from '#app/accounts/keeping/account_deactivation'
import { keysOf } from '#app/accounts/keeping/account_keys'
import { freedName } from '#app/accounts/keeping/freed_name'
import { permit } from '#app/audit/decide'
import { record } from '#app/audit/record'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import AccountImport, { undoLives } from '#app/folders/imports/account_import'
import { usesOf, type Use } from '#app/folders/imports/import_use'
import ImportedAccount from '#app/folders/imports/imported_account'
import { now } from '#app/shared/clock'
import { inTransaction, type Trx } from '#app/shared/transaction'

const because = 'Import undone'

/** What came of each account: taken back as if it had never been, deactivated because it was ticked, or kept. */
export type Undoing = Record<'retired' | 'deactivated' | 'kept', number>

/**
 * Takes a whole import back. Whoever has not used the account loses it, and its user name is free again; an account that
 * was used stays, unless its id is among `ticked`. Null if it is too late or was done before.
 */
export function undoImport(by: Account, wanted: AccountImport, ticked: string[]) {
  return inTransaction(async (trx): Promise<Undoing | null> => {
    await permit(by, 'account.import', wanted.organization, trx)
    if (!(await takeOnce(by, wanted, trx))) return null
    const uses = await usesOf(by, wanted, trx)
    const count: Undoing = { retired: 0, deactivated: 0, kept: 0 }
    for (const use of uses) {
      const undo = !use.reasons.length ? 'retired' : isTicked(use, ticked) ? 'deactivated' : 'kept'
      if (undo !== 'kept') await takeBack(by, use, undo === 'retired', trx)
      await ImportedAccount.query({ client: trx }).where('id', use.entry.id).update({ undo })
      count[undo]++
    }
    await record('import.undone', { actor: by, subject: wanted, details: { ...count } }, trx)
    return count
  })
}

const isTicked = ({ account, keptBecause }: Use, ticked: string[]) =>
  ticked.includes(account.id) && !keptBecause

async function takeOnce(by: Account, { id }: AccountImport, trx: Trx) {
  const [changed] = await AccountImport.query({ client: trx })
    .where({ id, status: 'applied' })
    .where('appliedAt', '>', now() - undoLives)
    .update({ status: 'undone', undoneAt: now(), undoneBy: by.id })
  return Number(changed) === 1
}

async function takeBack(by: Account, { entry, account }: Use, isUnused: boolean, trx: Trx) {
  await endSubscription(by, entry, trx)
  if (!isUnused) return AccountDeactivation.begin(by, account, because, trx)
  /** First its address: nobody who never came need hear that they are gone. */
  await freeName(by, account, trx)
  return AccountDeactivation.beginPermitted(by, account, because, trx)
}

async function endSubscription(by: Account, { subscriptionId }: ImportedAccount, trx: Trx) {
  const started = subscriptionId && (await FolderSubscription.find(subscriptionId, { client: trx }))
  if (started) await started.close(by, 'import_undone', trx)
}

/**
 * The name can be imported again at once. The row stays, for subscriptions and trail name it, under a name that nobody can
 * have or type. Mail address and password go, so that no link and no reset finds it.
 */
async function freeName(by: Account, account: Account, trx: Trx) {
  const { username, fullName } = account
  const left = freedName(account)
  await Account.query({ client: trx })
    .where('id', account.id)
    .update({
      ...keysOf({ username: left, fullName }),
      username: left,
      usernameKey: left.toLowerCase(),
      email: null,
      phone: null,
      title: null,
      passwordHash: null,
      passwordExpiresAt: null,
    })
  await record('account.name_freed', { actor: by, subject: account, details: { username } }, trx)
}
