import { nothingAsked, whats } from '#app/doors/help_desk/accounts/explanation_asked'
import { callerFor, noteLookUp } from '#app/support/assistance/caller'
import { callerRecord } from '#app/support/assistance/caller_record'
import type { HttpContext } from '@adonisjs/core/http'

/** A person of any organization, while the phone is at the ear. */
export default class AccountsController {
  async show({ auth, params, view }: HttpContext) {
    const by = auth.getUserOrFail()
    const account = await callerFor(by, params.id)
    await noteLookUp(by, account)
    const record = await callerRecord(by, account)
    return view.render('pages/help_desk/accounts/show', { ...record, whats, asked: nothingAsked })
  }
}
