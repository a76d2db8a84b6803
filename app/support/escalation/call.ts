import { isPerson } from '#app/support/escalation/people'
import { phoneNumber, type PhoneNumber } from '#app/support/escalation/phone_number'
import { said, type Entry } from '#app/support/records/entry'

/** Somebody who can be called, in words that go around the number: "the DOL Service Desk at", number, "and ask for …". */
export interface Call {
  /** With its article; undefined where the reader may not see it. */
  name?: string
  number: PhoneNumber
  /** Whom to ask for, where the number is not the person's own. */
  askFor?: string
}

/** Whom an entry leads to, with the number that this reader may see; undefined if there is none. */
export function callOf(entry: Entry, entries: Entry[]): Call | undefined {
  const own = phoneNumber(said(entry, 'phone'), said(entry, 'option'))
  const name = titleOf(entry)
  if (own) return { name, number: own }
  const desk = deskOf(entry, entries)
  const shared = desk && phoneNumber(said(desk, 'phone'), said(desk, 'option'))
  return shared && { name: titleOf(desk), number: shared, askFor: name }
}

/** The desk whose hours an entry keeps: itself, or the one that its person works at. */
export function deskOf(entry: Entry, entries: Entry[]) {
  if (entry.kind === 'desk') return entry
  return entries.find(({ id, kind }) => kind === 'desk' && id === said(entry, 'desk'))
}

/** "Lena Long", "the DOL Service Desk". */
export function titleOf(entry: Entry) {
  const name = said(entry, 'name')
  return !name || isPerson(entry) ? name || undefined : withArticle(name)
}

export const withArticle = (name: string) => (/^the\s/i.test(name) ? name : `the ${name}`)

/** As a sentence begins. */
export const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

/** What stands before the number: "Call the DOL Service Desk at". */
export const leadTo = ({ name }: Call) => (name ? `${name} at` : '')

export const tailOf = ({ askFor }: Call) => (askFor ? ` and ask for ${askFor}` : '')
