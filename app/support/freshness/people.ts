import { said, type Entry } from '#app/support/records/entry'
import { callees } from '#app/support/records/entry_check'

/** Mail addresses are the same in capitals or not. */
export const emailKey = (email: string | null | undefined) =>
  email?.normalize('NFC').trim().toLowerCase() || null

/** Entries of people and desks: who can be called can be asked whether the entry is right. */
export const isContact = ({ kind }: Entry) => callees.some((callee) => callee === kind)

/** Whether an entry is about the person of an account: by user name, or by mail address. */
export function speaksOf(entry: Entry, account: { username: string; email: string | null }) {
  if (!isContact(entry)) return false
  if (said(entry, 'username') === account.username) return true
  const key = emailKey(account.email)
  return key !== null && emailKey(said(entry, 'email')) === key
}
