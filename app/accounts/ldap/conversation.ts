import { addressesOf, clientOn, encrypt, orAborted, reach } from '#app/accounts/ldap/connection'
import { objectIdIn } from '#app/accounts/ldap/object_id'
import { readAddress } from '#app/accounts/ldap/server_address'
import { DirectoryTrouble } from '#app/accounts/ldap/trouble'
import { second } from '#app/shared/clock'
import {
  EqualityFilter,
  InvalidCredentialsError,
  NoSuchObjectError,
  PresenceFilter,
  ResultCodeError,
  SizeLimitExceededError,
  type Client,
  type SearchOptions,
} from 'ldapts'

/** The whole conversation takes no longer, whatever the server does. */
const wholeWithin = 10 * second

/** What one must know to ask a directory. */
export interface DirectoryQuestions {
  address: string
  caCertificate: string | null
  baseDn: string
  searchDn: string
  searchPassword: string
  usernameAttribute: string
  objectIdAttribute: string
}

export interface Found {
  dn: string
  /** Null if the entry has none, or several. */
  objectId: string | null
}

/** Codes of RFC 4511 by which a server says that it cannot answer now, rather than no. */
const notNow = new Set([1, 3, 8, 11, 13, 51, 52, 80])

/** One connection to a directory, from the first byte to the last. Whatever goes wrong is a DirectoryTrouble. */
export class Conversation {
  #limit = AbortSignal.timeout(wholeWithin)
  #client?: Client

  constructor(readonly directory: DirectoryQuestions) {}

  /** Says hello as the search account: name, port, encryption, name and password of that account. */
  async begin() {
    const address = readAddress(this.directory.address)
    if ('fault' in address) throw new DirectoryTrouble('name', address.fault)
    const raw = await reach(address, await addressesOf(address, this.#limit), this.#limit)
    this.#limit.addEventListener('abort', () => raw.destroy(), { once: true })
    const { caCertificate, searchDn, searchPassword } = this.directory
    this.#client = clientOn(await encrypt(address, raw, caCertificate, this.#limit))
    if (!searchPassword)
      throw new DirectoryTrouble('search_account', 'The password of the search account is missing.')
    await this.#do((client) => client.bind(searchDn, searchPassword)).catch((error) => {
      throw new DirectoryTrouble('search_account', whyNotSearching(error))
    })
  }

  async findBase() {
    try {
      await this.#search({ scope: 'base', attributes: ['1.1'] })
    } catch (error) {
      const isAbsent = error instanceof NoSuchObjectError
      throw new DirectoryTrouble(
        'base',
        isAbsent
          ? `There is nothing at “${this.directory.baseDn}”, or the search account may not see it.`
          : `“${this.directory.baseDn}” could not be opened: ${inWords(error)}`
      )
    }
  }

  /** Anybody who has a user name as it is looked for, to see whether the names of the attributes are right. */
  async sample() {
    const filter = new PresenceFilter({ attribute: this.directory.usernameAttribute })
    const [first] = await this.#entries({ filter, sizeLimit: 1 })
    return first
  }

  /** Everybody of that user name. The filter is no text that a name could end: there is nothing to escape (rule 10). */
  async find(username: string): Promise<Found[]> {
    const filter = new EqualityFilter({
      attribute: this.directory.usernameAttribute,
      value: username,
    })
    return this.#entries({ filter })
  }

  /** Whether the directory takes this password for this entry. Without a password it would always say yes. */
  async takes(dn: string, password: string) {
    if (!dn || !password) return false
    try {
      await this.#do((client) => client.bind(dn, password))
      return true
    } catch (error) {
      if (error instanceof ResultCodeError && !notNow.has(error.code)) return false
      throw new DirectoryTrouble('person', inWords(error))
    }
  }

  async end() {
    if (this.#client)
      await orAborted(this.#client.unbind(), AbortSignal.timeout(second)).catch(() => {})
  }

  /** References to other servers may come along; nobody goes there. */
  async #entries(options: SearchOptions) {
    const { objectIdAttribute } = this.directory
    try {
      const { searchEntries } = await this.#search({
        ...options,
        attributes: [objectIdAttribute],
        explicitBufferAttributes: [objectIdAttribute],
      })
      return searchEntries.map((entry) => ({
        dn: entry.dn,
        objectId: objectIdIn(entry, objectIdAttribute),
      }))
    } catch (error) {
      const isMany = error instanceof SizeLimitExceededError
      const because = isMany ? 'it has more answers than it gives at once.' : inWords(error)
      throw new DirectoryTrouble('person', `The directory could not be searched: ${because}`)
    }
  }

  #search(options: SearchOptions) {
    return this.#do((client) => client.search(this.directory.baseDn, { timeLimit: 5, ...options }))
  }

  #do<T>(work: (client: Client) => Promise<T>) {
    return orAborted(work(this.#client!), this.#limit)
  }
}

function whyNotSearching(error: unknown) {
  return error instanceof InvalidCredentialsError
    ? 'The directory does not accept the name and the password of the search account.'
    : `The search account could not sign in: ${inWords(error)}`
}

/** A server's own text may say anything, to anybody; its code says enough. */
function inWords(error: unknown) {
  if (error instanceof ResultCodeError)
    return `the directory answers ${error.name} (code ${error.code}).`
  return 'it did not answer in time, or broke off.'
}
