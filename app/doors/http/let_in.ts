import type Account from '#app/accounts/account'
import { leaveDeviceMark } from '#app/doors/http/device_mark'
import type { HttpContext } from '@adonisjs/core/http'

/** Begins a new browser session for who signed in, under a new id and a new form token, and opens the wanted page. */
export async function letIn(ctx: HttpContext, account: Account) {
  const { auth, response, session } = ctx
  const wanted = session.pull('wanted')
  await auth.user?.session?.end(auth.user, 'replaced')
  session.clear()
  await auth.use('web').login(account)
  leaveDeviceMark(ctx, account.id)
  return response.redirect(ownPath(wanted) ?? '/home')
}

/** Empties the browser's bag and gives it a new id; the account session is ended by the room. */
export async function endBrowserSession({ auth, session }: HttpContext) {
  await auth.use('web').logout()
  session.clear()
  session.regenerate()
}

/** A path of ours, never another host's (security rule 30). */
const ownPath = (path: unknown) =>
  typeof path === 'string' && /^\/(?![/\\])/.test(path) ? path : undefined
