import { numberFrom, numberInWords } from '#app/support/requests/help_request'
import db from '@adonisjs/lucid/services/db'

/** A help request by its number: whose it is, for who reads the number out on the phone. */
export interface RequestHit {
  id: string
  name: string
  caller: string
}

/** The request of a number that was typed with its letter: "H-1042", "h1042". Digits alone are somebody's phone. */
export async function requestNumbered(typed: string): Promise<RequestHit | null> {
  const number = /^\s*h/i.test(typed) ? numberFrom(typed) : null
  const row =
    number &&
    (await db
      .from('help_requests')
      .join('accounts', 'accounts.id', 'help_requests.account_id')
      .where('help_requests.number', number)
      .select('help_requests.id', 'help_requests.number', 'accounts.full_name')
      .first())
  return row ? { id: row.id, name: numberInWords(row.number), caller: row.full_name } : null
}
