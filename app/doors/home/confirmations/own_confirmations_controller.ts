import { ownConfirmationValidator } from '#app/doors/home/confirmations/own_confirmation_validator'
import { confirmOwn } from '#app/support/freshness/confirmations/confirming'
import { ownEntries } from '#app/support/freshness/confirmations/own_entries'
import { linesOf } from '#app/support/records/lines'
import { nameOf } from '#app/support/records/entry'
import { entryKinds } from '#app/support/records/entry_kinds'
import type { HttpContext } from '@adonisjs/core/http'

const notices = {
  already: 'You have confirmed it already, so nothing was changed.',
  changed: 'It was changed meanwhile. Please read it once more.',
}

/** What quick references say of the person, to be confirmed with one click. */
export default class OwnConfirmationsController {
  async index({ auth, view }: HttpContext) {
    const own = await ownEntries(auth.getUserOrFail())
    const rows = own.map(({ shown, others, ...one }) => ({
      ...one,
      name: nameOf(shown),
      label: entryKinds[shown.kind].label,
      lines: linesOf(shown, others),
    }))
    return view.render('pages/home/confirmations/index', { rows })
  }

  async store({ auth, request, response, session }: HttpContext) {
    const { program, entry, seen } = await request.validateUsing(ownConfirmationValidator)
    const answer = await confirmOwn(auth.getUserOrFail(), program, entry, seen)
    if (answer === 'confirmed') session.flash('done', 'Thank you. You have confirmed it.')
    else session.flash('notice', notices[answer])
    return response.redirect().toRoute('own_confirmations.index')
  }
}
