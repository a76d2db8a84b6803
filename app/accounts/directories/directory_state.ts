import Directory from '#app/accounts/directories/directory'
import { Conversation } from '#app/accounts/ldap/conversation'
import { DirectoryTrouble } from '#app/accounts/ldap/trouble'
import type Organization from '#app/organizations/organization'
import { now, second, type Instant } from '#app/shared/clock'
import service from '#config/service'
import { setTimeout as pause } from 'node:timers/promises'

/** One message for every cause that an outsider may not learn (interface.md). */
export const notCorrect = 'User name or password is not correct.'

/** Longer than a directory takes to say no, so that it does not show who is asked there. */
const noSooner = second

/**
 * What everybody hears whose sign-in failed, at the same time and in the same words, whoever they said they are: that a
 * directory is down is told to all or to none, for it would tell whose accounts there are (security rule 9).
 */
export async function outwardly(since: Instant) {
  const directories = await Directory.allInUse()
  if (!directories.length) return notCorrect
  await pause(Math.max(0, since + noSooner - now()))
  const failing = directories.filter(({ isFailing }) => isFailing)
  return failing.length ? notCheckedNow(failing) : notCorrect
}

function notCheckedNow(failing: Directory[]) {
  const named = failing.slice(0, 3).map(({ organization }) => organization)
  const more = failing.length > named.length ? ', and those of other organizations' : ''
  const whose = named.map(({ name }) => name).join(', ')
  return `User name or password is not correct, or cannot be checked now. The directory of ${whose}${more} cannot be reached at present: if it keeps your password, try again in a few minutes, or ask ${helpOf(named)}.`
}

const helpOf = ([first, ...others]: Organization[]) =>
  others.length || !first.helpDeskPhone
    ? `the help desk: ${service.helpDesk}`
    : `the ${first.helpDeskName ?? `${first.name} help desk`}: ${first.helpDeskPhone}`

/** Every minute each directory is asked whether it answers, so that an outage is known before people wait for it. */
export async function checkDirectories(asOf: Instant) {
  const directories = await Directory.allInUse()
  const answers = await Promise.all(directories.map((directory) => check(directory, asOf)))
  return {
    reached: answers.filter(Boolean).length,
    unreachable: answers.filter((is) => !is).length,
  }
}

async function check(directory: Directory, asOf: Instant) {
  const trouble = await troubleWith(directory)
  await directory.note(trouble, asOf)
  return trouble === null
}

/** Why it cannot be asked, without anybody's user name or password; null if it can. */
export async function troubleWith(directory: Directory) {
  const conversation = new Conversation(directory.questions)
  try {
    await conversation.begin()
    await conversation.findBase()
    return null
  } catch (error) {
    if (error instanceof DirectoryTrouble) return error.sentence
    throw error
  } finally {
    await conversation.end()
  }
}
