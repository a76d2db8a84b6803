import { faultsIn } from '#app/accounts/keeping/account_details'
import type { Problems } from '#app/accounts/passwords/new_password'
import type { NewPerson } from '#app/folders/account_opening'
import { dayForms, endOfWritten } from '#app/folders/imports/import_day'
import type { Row } from '#app/folders/imports/import_text'
import type { Level } from '#app/folders/reach'
import { now } from '#app/shared/clock'

/** What a row means, as far as it can be told from the row alone. Who sponsors and which folder it is, is looked up. */
export interface Reading {
  person: Omit<NewPerson, 'first' | 'sponsorId'>
  level: Level
  problems: Problems
}

const yes = new Set(['yes', 'y', 'true', '1', 'x', 'on'])
const no = new Set(['no', 'n', 'false', '0', 'off'])

/** Reads one row. A problem of a column is named by the column. */
export function readRow({ cells, tooMany }: Row): Reading {
  const { username = '', full_name: fullName = '', email = '', phone, title } = cells
  const problems: Problems = faultsIn({ username, fullName, email })
  if (!username) problems.username = ['Say the user name.']
  if (!email) problems.email = ['Say the mail address.']
  if (tooMany) problems.row = ['This row has more fields than the first row has columns.']
  tooLong(problems, { phone: 60, title: 120 }, cells)
  const meant = {
    credentialSource: oneOf(problems, 'source', cells.source, {
      local: 'local',
      directory: 'directory',
    }),
    mustChangePassword: mustChange(problems, cells.must_change),
    endsAt: endOf(problems, cells.ends_on),
  }
  const level = oneOf(problems, 'level', cells.level, levels)
  if (cells.level && !cells.folder)
    problems.level = ['Say the folder, too, or leave the level out.']
  if (cells.sponsor && !cells.ends_on) {
    problems.ends_on = ['Say until when. An outside person’s account always ends.']
  }
  return { person: { username, fullName, email, phone, title, ...meant }, level, problems }
}

const levels = { viewer: 'viewer', contributor: 'contributor', manager: 'manager' } as const

function tooLong(problems: Problems, most: Record<string, number>, cells: Record<string, string>) {
  for (const [name, limit] of Object.entries(most)) {
    const text = cells[name] ?? ''
    if (text.length > limit) problems[name] = [`Use at most ${limit} characters.`]
    else if (/\p{Cc}/u.test(text))
      problems[name] = ['Write it on one line, without control characters.']
  }
}

/** The first of the words is meant if nothing is said. */
function oneOf<T extends string>(
  problems: Problems,
  column: string,
  said: string | undefined,
  words: Record<string, T>
) {
  const usual = Object.values(words)[0]
  const meant = said === undefined ? usual : words[said.toLowerCase()]
  if (!meant) problems[column] = [`Write ${inWords(Object.keys(words))}, or leave it empty.`]
  return meant ?? usual
}

const inWords = (words: string[]) => words.map((word) => `“${word}”`).join(' or ')

function mustChange(problems: Problems, said = 'yes') {
  const word = said.toLowerCase()
  if (!yes.has(word) && !no.has(word))
    problems.must_change = ['Write “yes” or “no”, or leave it empty.']
  return !no.has(word)
}

function endOf(problems: Problems, said?: string) {
  if (!said) return undefined
  const endsAt = endOfWritten(said)
  if (endsAt === null) problems.ends_on = [`This is no day. Write it like ${dayForms}.`]
  else if (endsAt <= now())
    problems.ends_on = ['This day has passed. Choose an end date that lies ahead.']
  return endsAt ?? undefined
}
