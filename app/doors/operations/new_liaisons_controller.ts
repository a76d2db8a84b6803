import type { Rank } from '#app/accounts/liaisons/liaisons'
import { mend } from '#app/doors/http/forms/mend'
import { newLiaisonValidator } from '#app/doors/operations/liaison_validator'
import { openLiaison } from '#app/enrollment/liaison_opening'
import Organization from '#app/organizations/organization'
import type { HttpContext } from '@adonisjs/core/http'

/** An agency without people gets its first liaison: the account is opened with the appointment. */
export default class NewLiaisonsController {
  async store({ auth, params, request, response, session }: HttpContext) {
    const typed = await request.validateUsing(newLiaisonValidator)
    const organization = await Organization.findOrFail(params.organization_id)
    const { username, email, new_rank: rank, full_name: fullName } = typed
    const details = {
      ...{ username, fullName, email },
      phone: typed.phone ?? undefined,
      title: typed.title ?? undefined,
    }
    const opening = await openLiaison(auth.getUserOrFail(), organization, details, rank as Rank)
    if ('problems' in opening) {
      const { rank: taken, ...problems } = opening.problems
      mend({ request, session }, taken ? { ...problems, new_rank: taken } : problems)
      return response.redirect().toRoute('operations.liaisons.create', [organization.id])
    }
    const sentence = `The account of ${opening.account.fullName} is open. A mail with the way in is under way to ${email}.`
    session.flash('done', sentence)
    return response.redirect().toRoute('operations.organizations.show', { id: organization.id })
  }
}
