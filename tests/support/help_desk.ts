import { agency, person } from '#tests/support/cast'

/** Hank answers callers, in an office of his own. */
export async function theHelpDesk(username = 'hank', fullName = 'Hank Hall') {
  const office = await agency(`Help desk of ${username}`, `DESK-${username}`)
  return person(office, username, fullName, 'help_desk')
}
