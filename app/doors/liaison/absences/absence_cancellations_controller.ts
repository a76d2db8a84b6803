import Absence from '#app/support/escalation/absence'
import { cancelAbsence } from '#app/support/escalation/absence_keeping'
import type { HttpContext } from '@adonisjs/core/http'

/** Somebody is there after all, or again. */
export default class AbsenceCancellationsController {
  async store({ auth, params, response, session }: HttpContext) {
    const liaison = auth.getUserOrFail()
    const absence = await Absence.findFor(liaison, params.absence_id)
    const isDone = await cancelAbsence(liaison, absence)
    if (isDone) session.flash('done', `${absence.name} counts as present again.`)
    else session.flash('notice', 'This absence is over or was cancelled before.')
    return response.redirect().toRoute('liaison.absences.index')
  }
}
