/** What is left of a password must be at least this much, if a short user name is part of it. */
const enough = 6

/**
 * Whether a password is made of its user name: the whole of it or one of its parts ("dol.newhire" has "newhire"),
 * forwards or backwards. A name of three letters is part of many words, so that one counts only if little else is there.
 */
export function isBuiltFrom(password: string, username: string) {
  const lower = password.toLowerCase()
  const name = username.normalize('NFC').toLowerCase()
  const parts = [name, ...name.split(/[^\p{L}\p{Nd}]+/u)].filter((part) => part.length > 2)
  return parts.some((part) => [part, backwards(part)].some((form) => isMadeOf(lower, form)))
}

function isMadeOf(password: string, part: string) {
  if (!password.includes(part)) return false
  return (
    part.length > 3 || password.replace(part, '').replace(/[^\p{L}\p{Nd}]/gu, '').length < enough
  )
}

const backwards = (text: string) => [...text].reverse().join('')
