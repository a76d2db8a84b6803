import Account from '#app/accounts/account'
import Directory from '#app/accounts/directories/directory'
import { troubleWith } from '#app/accounts/directories/directory_state'
import { Conversation, type Found } from '#app/accounts/ldap/conversation'
import { DirectoryTrouble } from '#app/accounts/ldap/trouble'
import type { Trx } from '#app/shared/transaction'

/** Which object of the directory was let in, and by which settings that was found out. */
interface Recognized {
  objectId: string
  by: Directory
}

/** The answer to a user name and a password. `reason` is for the trail; outside all refusals sound alike. */
export type Verdict =
  { areRight: true; recognized?: Recognized } | { areRight: false; reason: string }

const no = (reason: string): Verdict => ({ areRight: false, reason })

/** No directory keeps one that long, and some servers hang up on it, which would look as if they were down. */
const longest = 1024

/**
 * Security rule 10: asks the directory of the account's organization, and nobody else. One entry must have the user name,
 * it must be the object that this account always was, and the directory must take the password for it. Whatever goes
 * wrong is a no. A local password that is stored besides is never looked at.
 */
export async function askDirectory(account: Account, typed: string): Promise<Verdict> {
  const password = typed.normalize('NFC')
  if (!password || password.length > longest) return no('no directory takes such a password')
  const directory = await Directory.of(account.organizationId)
  const reason = whyNotAsked(account, directory)
  if (!directory || reason) return no(reason!)
  try {
    return await converse(directory, account, password)
  } catch (error) {
    if (!(error instanceof DirectoryTrouble)) throw error
    /** What went wrong with one person's entry may be that entry's own: it must not shut out everybody else. */
    const isOne = error.step === 'person'
    await directory.note(isOne ? await troubleWith(directory) : error.sentence)
    return no(`its directory cannot be reached: ${error.sentence}`)
  }
}

/** Why no directory is asked for this account, whatever password is typed; null if it is. */
export function whyNotAsked(account: Account, directory: Directory | null) {
  if (!directory?.isInUse) return 'the organization uses no directory'
  const isOurs = account.has('operator') || account.has('help_desk')
  if (isOurs && !directory.changedByOperator) {
    return 'who serves all organizations does not sign in by what one of them set up'
  }
  return directory.isFailing ? `its directory cannot be reached: ${directory.failingBecause}` : null
}

async function converse(directory: Directory, account: Account, password: string) {
  const conversation = new Conversation(directory.questions)
  try {
    await conversation.begin()
    const found = await conversation.find(account.username)
    const objectId = theOne(found)?.objectId
    if (!objectId) return no(whyNobody(found))
    const isOther = await belongsToAnother(account, objectId)
    const takes = await conversation.takes(found[0].dn, password)
    if (!takes) return no('its directory does not take this password')
    if (isOther) return no('its directory knows another person by this user name now')
    return { areRight: true, recognized: { objectId, by: directory } } as const
  } finally {
    await conversation.end()
  }
}

/** Whether the settings are still those that were asked with: a conversation takes a while, and they may be gone meanwhile. */
export async function stillCounts({ by: { id, changedAt } }: Recognized, trx: Trx) {
  return (await Directory.query({ client: trx }).where({ id, changedAt }).first()) !== null
}

const theOne = (found: Found[]) => (found.length === 1 && found[0].dn ? found[0] : null)

function whyNobody(found: Found[]) {
  if (found.length > 1) return 'its directory knows several by this user name'
  return found.length
    ? 'its directory gives this person no id'
    : 'its directory knows nobody by this user name'
}

/** An object is one account's, and an account is one object's for good. */
async function belongsToAnother(
  { id, organizationId, directoryObjectId }: Account,
  objectId: string
) {
  if (directoryObjectId) return directoryObjectId !== objectId
  const others = Account.query().where({ organizationId, directoryObjectId: objectId })
  return (await others.whereNot({ id }).first()) !== null
}
