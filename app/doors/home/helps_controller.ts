import { liaisonsOf } from '#app/accounts/liaisons/liaison_list'
import { cameFrom } from '#app/doors/home/help/came_from'
import { usualTroubles } from '#app/doors/home/usual_troubles'
import { urgencyOptions } from '#app/doors/http/forms/help_request_validator'
import { programsToConfirm } from '#app/support/freshness/confirmations/own_entries'
import type { HttpContext } from '@adonisjs/core/http'

/** Whom to ask, for this very person, and what to do first. */
export default class HelpsController {
  async show(ctx: HttpContext) {
    const { auth, view } = ctx
    const account = auth.getUserOrFail()
    const liaisons = await liaisonsOf(account)
    const { organization } = account
    return view.render('pages/home/helps/show', {
      ...{ organization, liaisons, usualTroubles, urgencyOptions },
      doing: await cameFrom(ctx),
      reach: account.phone,
      toConfirm: await programsToConfirm(account),
    })
  }
}
