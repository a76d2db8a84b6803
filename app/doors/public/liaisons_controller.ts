import { agenciesFor } from '#app/accounts/liaisons/liaison_list'
import { announcementsInPublic } from '#app/doors/http/views/announcements'
import { searchValidator } from '#app/doors/public/search_validator'
import type { HttpContext } from '@adonisjs/core/http'

/** Find your SFT Liaison: open to everybody, so it shows names and published contacts only. */
export default class LiaisonsController {
  async index({ request, view }: HttpContext) {
    const { search } = await request.validateUsing(searchValidator)
    const entries = await agenciesFor(search ?? '')
    const announced = await announcementsInPublic()
    return view.render('pages/public/liaisons/index', { entries, search, announced })
  }
}
