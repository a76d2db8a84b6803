import { typedAbsence } from '#app/doors/liaison/absences/absence_form'
import { backToForm } from '#app/doors/liaison/back_to_form'
import { permit } from '#app/audit/decide'
import { enterAbsence, peopleNamed } from '#app/support/escalation/absence_keeping'
import { absencesOf, pastDays } from '#app/support/escalation/absence_list'
import type { HttpContext } from '@adonisjs/core/http'

/** Who of those named in the quick references is away, so that nobody calls in vain. */
export default class AbsencesController {
  async index({ auth, view }: HttpContext) {
    const lists = await absencesOf(auth.getUserOrFail())
    return view.render('pages/liaison/absences/index', { ...lists, pastDays })
  }

  async create({ auth, view }: HttpContext) {
    const liaison = auth.getUserOrFail()
    await permit(liaison, 'absence.keep', liaison.organization)
    const named = await peopleNamed(liaison)
    const people = named.map(({ key, name, email }) => ({
      value: key,
      label: email ? `${name} (${email})` : name,
    }))
    return view.render('pages/liaison/absences/create', { people })
  }

  async store(ctx: HttpContext) {
    const { auth, request, response, session } = ctx
    const liaison = auth.getUserOrFail()
    await permit(liaison, 'absence.keep', liaison.organization)
    const typed = typedAbsence(request.all())
    if ('problems' in typed) return backToForm(ctx, typed.problems)
    const entered = await enterAbsence(liaison, typed)
    if ('problems' in entered) return backToForm(ctx, entered.problems)
    session.flash(
      'done',
      `The absence of ${entered.name} is entered. Nobody is sent there meanwhile.`
    )
    return response.redirect().toRoute('liaison.absences.index')
  }
}
