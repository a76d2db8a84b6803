import type Account from '#app/accounts/account'
import { leaveDeviceMark } from '#app/doors/http/access/device_mark'
import { giveBack, takeForm } from '#app/doors/http/forms/kept_form'
import { ownPath } from '#app/doors/http/forms/page_of_form'
import type { HttpContext } from '@adonisjs/core/http'

/** Begins a new browser session for who signed in, under a new id and a new form token, and opens the wanted page, or the form that was left. */
export async function letIn(ctx: HttpContext, account: Account) {
  const { auth, response, session } = ctx
  const { left, wanted } = session.all()
  await auth.user?.session?.end(auth.user, 'replaced')
  session.clear()
  await auth.use('web').login(account)
  leaveDeviceMark(ctx, account.id)
  const form = await takeForm(left, account)
  if (form) giveBack(ctx, form)
  return response.redirect(ownPath(form?.path ?? wanted) ?? '/home')
}

/** Empties the browser's bag and gives it a new id; the account session is ended by the room. */
export async function endBrowserSession({ auth, session }: HttpContext) {
  await auth.use('web').logout()
  session.clear()
  session.regenerate()
}
