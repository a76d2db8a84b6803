import { pagesOf, placeFrom } from '#app/doors/http/forms/place_from'
import { ownPerson } from '#app/accounts/keeping/own_people'
import { listReach } from '#app/folders/access/account_reach'
import Folder from '#app/folders/folder'
import { levelWords } from '#app/folders/subscriptions/level_words'
import type { HttpContext } from '@adonisjs/core/http'

/** What an account of one's own organization can reach. */
export default class AccountReachesController {
  async show({ auth, params, request, view }: HttpContext) {
    const by = auth.getUserOrFail()
    const account = await ownPerson(by, params.account_id)
    const listing = await listReach(by, account, placeFrom(request.qs()))
    return view.render('pages/liaison/account_reaches/show', {
      account,
      home: await Folder.homeOf(account),
      rows: listing.rows,
      pages: pagesOf(listing),
      words: levelWords,
    })
  }
}
