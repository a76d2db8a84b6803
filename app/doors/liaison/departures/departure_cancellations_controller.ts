import Departure from '#app/folders/departures/departure'
import type { HttpContext } from '@adonisjs/core/http'

/** A planned departure does not take place, or not yet. */
export default class DepartureCancellationsController {
  async store({ auth, params, response, session }: HttpContext) {
    const account = auth.getUserOrFail()
    const departure = await Departure.findFor(account, params.departure_id)
    const isDone = await departure.cancel(account)
    if (isDone) session.flash('done', 'The departure is cancelled. The account goes on as before.')
    else session.flash('notice', 'This departure is not planned any more, so nothing was changed.')
    return response.redirect().toRoute('liaison.departures.show', { departure_id: departure.id })
  }
}
