import { missingFor } from '#app/accounts/admission'
import type { Reader } from '#app/support/audience'
import type { HttpContext } from '@adonisjs/core/http'

/**
 * Who reads a page that is open to everybody: the account that is signed in, if the rule of getting in lets it in; else somebody
 * who has not signed in. A session alone opens nothing (security rule 2).
 */
export async function readerOf({ auth, view }: HttpContext): Promise<Reader> {
  const account = auth.user
  if (!account) return undefined
  const missing = await missingFor(account)
  view.share({ isAdmitted: !missing })
  return missing ? undefined : account
}
