import type Account from '#app/accounts/account'
import { leaveDeviceMark } from '#app/doors/http/access/device_mark'
import { endBrowserSession } from '#app/doors/http/access/let_in'
import type { HttpContext } from '@adonisjs/core/http'

/** A password was set by a mailed link: whoever was signed in here is not any more, and its owner signs in with it. */
export async function passwordIsSet(ctx: HttpContext, account: Account) {
  await ctx.auth.user?.session?.end(ctx.auth.user, 'replaced')
  await endBrowserSession(ctx)
  leaveDeviceMark(ctx, account.id)
  ctx.session.flash(
    'done',
    'Your password was changed successfully. Enter your user name and password to sign in.'
  )
  return ctx.response.redirect().toRoute('sign_in.create')
}

/** The same page for a link that was used, that is too old, and that never was. */
export function linkIsGone({ response, view }: HttpContext, noun: string) {
  response.status(410)
  return view.render(`pages/public/${noun}/gone`)
}
