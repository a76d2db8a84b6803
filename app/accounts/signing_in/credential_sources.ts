import Directory from '#app/accounts/directories/directory'
import type { Trx } from '#app/shared/transaction'

/** Whether an organization's people may sign in against a directory of its own, as with Windows. */
export async function hasDirectory(organizationId: string, trx?: Trx) {
  const directory = await Directory.of(organizationId, trx)
  return directory !== null && directory.isInUse
}
