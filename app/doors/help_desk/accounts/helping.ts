import type Account from '#app/accounts/account'
import { decide } from '#app/audit/decide'
import { helpValidator } from '#app/doors/help_desk/accounts/help_validator'
import type { Help } from '#app/support/assistance/assistance_policy'
import { callerFor } from '#app/support/assistance/caller'
import { callerRecord } from '#app/support/assistance/caller_record'
import { help, type Done } from '#app/support/assistance/help'
import type { HttpContext } from '@adonisjs/core/http'

type InWords = (account: Account, done: Done) => string

/** The page that asks for the reason; where it may not be done, it says why not. */
export async function askWhy({ auth, params, view }: HttpContext, act: Help, page: string) {
  const by = auth.getUserOrFail()
  const account = await callerFor(by, params.account_id)
  const decision = await decide(by, `account.assist_${act}`, account)
  return view.render(page, { ...(await callerRecord(by, account)), decision })
}

/** Does it, and goes back to the person. */
export async function helpAsAsked(ctx: HttpContext, act: Help, inWords: InWords) {
  const { auth, params, request, response, session } = ctx
  const { because } = await request.validateUsing(helpValidator)
  const by = auth.getUserOrFail()
  const account = await callerFor(by, params.account_id)
  const helped = await help(by, account, act, because)
  if ('refused' in helped) session.flash('notice', helped.refused)
  else session.flash('done', inWords(account, helped))
  return response.redirect().toRoute('help_desk.accounts.show', { id: account.id })
}
