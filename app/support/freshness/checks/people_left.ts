import { each, named, type Check } from '#app/support/freshness/checks/finding'
import { emailKey } from '#app/support/freshness/people'
import { isOneAddress } from '#app/messages/tell'
import { said } from '#app/support/records/entry'

const field = 'email'

/** Whom a mail does not reach is not warned, and not asked. */
export const unreachableAddresses: Check = (entries, { failed }) =>
  each(entries, (entry) => {
    const email = said(entry, field)
    if (email && !isOneAddress(email)) {
      const sentence = `“${email.slice(0, 60)}” of ${named(entry)} is no mail address.`
      return { code: 'email.malformed', sentence, field, weight: 3 }
    }
    const sentence = `The last mail to ${named(entry)} did not arrive: ask for another address.`
    return failed.has(email) && { code: 'email.failed', sentence, field, weight: 3 }
  })

/** Named by user name, or by a mail address that no active account has any more. */
export const peopleWhoLeft: Check = (entries, { usernames, emails }) =>
  each(entries, (entry) => {
    const [username, key] = [said(entry, 'username'), emailKey(said(entry, field))]
    const sentence = `${named(entry)} has left: the account is not active any more. Name somebody else.`
    if (username && usernames.get(username) === false) {
      return { code: 'person.left', sentence, field: 'username', weight: 3 }
    }
    const hasLeft = key !== null && emails.get(key) === false && usernames.get(username) !== true
    return hasLeft && { code: 'person.left', sentence, field, weight: 3 }
  })

export const unknownAccounts: Check = (entries, { usernames }) =>
  each(entries, (entry) => {
    const username = said(entry, 'username')
    const sentence = `${named(entry)}: your agency has no account “${username}”.`
    const isUnknown = username !== '' && !usernames.has(username)
    return isUnknown && { code: 'person.unknown_account', sentence, field: 'username', weight: 2 }
  })
