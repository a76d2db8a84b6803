import type { Problems } from '#app/accounts/passwords/new_password'
import { isOneAddress } from '#app/messages/tell'

interface Details {
  username: string
  fullName: string
  email: string
}

const names = /^[\p{L}\p{N}]([\p{L}\p{N}._@-]*[\p{L}\p{N}])?$/u

/** What is wrong with the words that describe a person, field by field, in sentences that say how to mend it. */
export function faultsIn({ username, fullName, email }: Details): Problems {
  const faults: Problems = {}
  if (username.length > 100 || !names.test(username)) {
    faults.username = [
      'A user name has at most 100 letters, digits, dots, hyphens and underscores, and begins and ends with a letter or a digit.',
    ]
  }
  if (!fullName || fullName.length > 200 || /\p{Cc}/u.test(fullName)) {
    faults.full_name = ['Say the full name of the person, in at most 200 characters.']
  }
  if (email.length > 254 || !isOneAddress(email) || /\p{Cc}/u.test(email)) {
    faults.email = [`"${email}" is not a mail address.`]
  }
  return faults
}

/** The first of them; null if nothing is wrong. */
export const faultOf = (details: Details) => Object.values(faultsIn(details))[0]?.[0] ?? null
