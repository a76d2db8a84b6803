import { liaisonsOf } from '#app/accounts/liaisons/liaison_list'
import { usualTroubles } from '#app/doors/home/usual_troubles'
import type { HttpContext } from '@adonisjs/core/http'

/** Whom to ask, for this very person, and what to do first. */
export default class HelpsController {
  async show({ auth, view }: HttpContext) {
    const account = auth.getUserOrFail()
    const liaisons = await liaisonsOf(account)
    const { organization } = account
    return view.render('pages/home/helps/show', { organization, liaisons, usualTroubles })
  }
}
