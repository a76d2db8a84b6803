import { appoint, personIn, rankInWords, type Rank } from '#app/accounts/liaisons/liaisons'
import { placeTaken } from '#app/enrollment/liaison_opening'
import { liaisonsWithRanks } from '#app/accounts/liaisons/organization_list'
import { mend } from '#app/doors/http/forms/mend'
import { appointmentValidator } from '#app/doors/operations/liaison_validator'
import Organization from '#app/organizations/organization'
import type { HttpContext } from '@adonisjs/core/http'

/** Somebody of an agency becomes its primary or its alternate liaison. */
export default class LiaisonsController {
  async create({ params, view }: HttpContext) {
    const organization = await Organization.findOrFail(params.organization_id)
    const liaisons = await liaisonsWithRanks(organization)
    return view.render('pages/operations/liaisons/create', { organization, liaisons })
  }

  async store(ctx: HttpContext) {
    const { auth, params, request, response, session } = ctx
    const { person, rank } = await request.validateUsing(appointmentValidator)
    const organization = await Organization.findOrFail(params.organization_id)
    const account = await personIn(organization, person)
    if (!account) return again(ctx, { person: [nobody(organization, person)] })

    const appointment = await appoint(auth.getUserOrFail(), account, rank as Rank)
    if (typeof appointment === 'object') {
      const isTaken = 'taken' in appointment
      return again(ctx, isTaken ? placeTaken(appointment.taken) : { person: [appointment.unfit] })
    }
    const place = `the ${rankInWords(rank)} of ${organization.name}`
    if (appointment === 'appointed') session.flash('done', `${account.fullName} is ${place} now.`)
    else session.flash('notice', `${account.fullName} was ${place} already.`)
    return response.redirect().toRoute('operations.organizations.show', { id: organization.id })
  }
}

function again(ctx: HttpContext, problems: Record<string, string[]>) {
  mend(ctx, problems)
  return ctx.response.redirect().toRoute('operations.liaisons.create', [ctx.params.organization_id])
}

const nobody = ({ name }: Organization, person: string) =>
  `Nobody at ${name} is known as “${person}”, or several people are: enter the user name.`
