import type Account from '#app/accounts/account'
import Directory from '#app/accounts/directories/directory'
import { readDirectory, type TypedDirectory } from '#app/accounts/directories/directory_settings'
import { Conversation, type Found } from '#app/accounts/ldap/conversation'
import { DirectoryTrouble, steps, type Step } from '#app/accounts/ldap/trouble'
import type { Problems } from '#app/accounts/passwords/new_password'
import Throttle, { brakes, tooOften } from '#app/accounts/signing_in/throttle'
import { permit } from '#app/audit/decide'
import { record } from '#app/audit/record'
import type Organization from '#app/organizations/organization'
import { inTransaction } from '#app/shared/transaction'

/** Somebody to look for; with a password, whether the directory takes it. Neither is kept. */
export interface TriedPerson {
  username: string | null
  password: string | null
}

/** One line of the report: what works, what does not, and, with `null`, what was not come to. */
export interface Finding {
  step: Step
  works: boolean | null
  sentence: string
}

const good: Record<Step, string> = {
  name: 'The name of the server is known.',
  port: 'The server answers at its port.',
  encryption: 'The connection is encrypted, and the certificate is trusted.',
  search_account: 'The search account can sign in.',
  base: 'The place to search from is there.',
  attributes: 'People there have a user name and an id.',
  person: 'The person was found.',
}

/** How a directory works as it is filled in, before anything is stored. Nothing of it changes what is in use. */
export async function testDirectory(
  by: Account,
  organization: Organization,
  typed: TypedDirectory,
  person: TriedPerson
): Promise<{ problems: Problems } | { findings: Finding[] }> {
  await permit(by, 'directory.test', organization)
  const read = readDirectory(typed, await Directory.of(organization.id))
  if ('problems' in read) return read
  const closedUntil = await take(organization)
  if (closedUntil) return { problems: { address: [tooOften(closedUntil)] } }

  const findings = await findingsOf(new Conversation(read.questions), person)
  const result = findings.find(({ works }) => works === false)?.sentence ?? 'it works'
  const details = { address: typed.address, result, triedPerson: Boolean(person.username) }
  await inTransaction((trx) =>
    record('directory.tested', { actor: by, subject: organization, details }, trx)
  )
  return { findings }
}

/** A liaison could look for open ports with it, or guess passwords: often enough to set up a directory, no oftener. */
const take = ({ id }: Organization) =>
  inTransaction((trx) => Throttle.take(`directory:${id}`, brakes.directory, trx))

async function findingsOf(conversation: Conversation, person: TriedPerson) {
  const tried: Step[] = steps.filter((step) => person.username || step !== 'person')
  let failed: DirectoryTrouble | undefined
  let last = ''
  try {
    await conversation.begin()
    await conversation.findBase()
    await lookAround(conversation)
    if (person.username) last = await lookFor(conversation, person.username, person.password)
  } catch (error) {
    if (!(error instanceof DirectoryTrouble)) throw error
    failed = error
  } finally {
    await conversation.end()
  }
  const failedAt = failed ? tried.indexOf(failed.step) : tried.length
  return tried.map((step, at): Finding => {
    if (at > failedAt)
      return { step, works: null, sentence: 'Not tried: mend what stands above first.' }
    if (at === failedAt) return { step, works: false, sentence: failed!.sentence }
    return { step, works: true, sentence: step === 'person' ? last : good[step] }
  })
}

async function lookAround(conversation: Conversation) {
  const { usernameAttribute, objectIdAttribute } = conversation.directory
  const sample = await conversation.sample()
  const wrong = !sample
    ? `Nobody there has a “${usernameAttribute}”, or the search account may not see it.`
    : !sample.objectId
      ? `People there have no “${objectIdAttribute}”, or the search account may not see it.`
      : null
  if (wrong) throw new DirectoryTrouble('attributes', wrong)
}

/** Returns what was found, in a sentence. */
async function lookFor(conversation: Conversation, username: string, password: string | null) {
  const found = await conversation.find(username)
  if (found.length !== 1) throw new DirectoryTrouble('person', whyNotOne(username, found))
  const [{ dn, objectId }] = found
  if (!objectId)
    throw new DirectoryTrouble('person', `“${username}” was found (${dn}), but has no id.`)
  if (!password) return `“${username}” was found: ${dn}. No password was tried.`
  if (await conversation.takes(dn, password)) return `“${username}” can sign in: ${dn}.`
  throw new DirectoryTrouble(
    'person',
    `“${username}” was found (${dn}), but the directory does not take this password, or the person may not sign in.`
  )
}

const whyNotOne = (username: string, found: Found[]) =>
  found.length
    ? `${found.length} entries have the user name “${username}”. Choose a place to search from that holds one of them.`
    : `Nobody has the user name “${username}”.`
