import { isOneAddress } from '#app/messages/tell'

interface Details {
  username: string
  fullName: string
  email: string
}

const names = /^[\p{L}\p{N}]([\p{L}\p{N}._@-]*[\p{L}\p{N}])?$/u

/** What is wrong with the words that describe a person, in a sentence that says how to mend it; null if nothing is. */
export function faultOf({ username, fullName, email }: Details) {
  if (username.length > 100 || !names.test(username)) {
    return 'A user name has at most 100 letters, digits, dots, hyphens and underscores, and begins and ends with a letter or a digit.'
  }
  if (!fullName || fullName.length > 200 || /\p{Cc}/u.test(fullName)) {
    return 'Say the full name of the person, in at most 200 characters.'
  }
  if (email.length > 254 || !isOneAddress(email) || /\p{Cc}/u.test(email)) {
    return `"${email}" is not a mail address.`
  }
  return null
}
