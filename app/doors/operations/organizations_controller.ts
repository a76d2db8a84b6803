import {
  administratorsOf,
  liaisonsWithRanks,
  listOrganizations,
} from '#app/accounts/liaisons/organization_list'
import { mend } from '#app/doors/http/forms/mend'
import { pagesOf, placeFrom } from '#app/doors/http/forms/place_from'
import {
  enrolmentValidator,
  listValidator,
  organizationValidator,
} from '#app/doors/operations/organization_validator'
import { enrolOrganization } from '#app/enrollment/agency_enrolment'
import { waitingFor } from '#app/folders/requests/unanswerable'
import Organization from '#app/organizations/organization'
import OrganizationSuspension from '#app/organizations/organization_suspension'
import type { HttpContext } from '@adonisjs/core/http'

/** Agencies and partners, as the operator keeps them. */
export default class OrganizationsController {
  async index({ request, view }: HttpContext) {
    const wanted = await request.validateUsing(listValidator, { data: request.qs() })
    const list = await listOrganizations({ ...wanted, place: placeFrom(request.qs()) })
    const pages = pagesOf(list, wanted)
    return view.render('pages/operations/organizations/index', { rows: list.rows, pages, wanted })
  }

  async show({ params, view }: HttpContext) {
    const organization = await Organization.findOrFail(params.id)
    return view.render('pages/operations/organizations/show', {
      organization,
      liaisons: await liaisonsWithRanks(organization),
      administrators: await administratorsOf(organization),
      waiting: await waitingFor(organization.id),
      suspensions: await OrganizationSuspension.historyOf(organization),
    })
  }

  create({ view }: HttpContext) {
    return view.render('pages/operations/organizations/create')
  }

  async store({ auth, request, response, session }: HttpContext) {
    const {
      kind,
      short_name: shortName,
      ...typed
    } = await request.validateUsing(enrolmentValidator)
    const details = { kind, shortName, ...detailsFrom(typed) }
    const enrolled = await enrolOrganization(auth.getUserOrFail(), details)
    if ('problems' in enrolled) {
      mend({ request, session }, enrolled.problems)
      return response.redirect().toRoute('operations.organizations.create')
    }
    const { organization } = enrolled
    session.flash('done', `${organization.name} is enrolled. ${whatIsNext(organization)}`)
    return response.redirect().toRoute('operations.organizations.show', { id: organization.id })
  }

  async edit({ params, view }: HttpContext) {
    const organization = await Organization.findOrFail(params.id)
    return view.render('pages/operations/organizations/edit', { organization })
  }

  async update({ auth, params, request, response, session }: HttpContext) {
    const typed = await request.validateUsing(organizationValidator)
    const organization = await Organization.findOrFail(params.id)
    const isChanged = await organization.edit(auth.getUserOrFail(), detailsFrom(typed))
    if (isChanged) session.flash('done', 'Saved.')
    else session.flash('notice', 'Nothing was different, so nothing was changed.')
    return response.redirect().toRoute('operations.organizations.show', { id: params.id })
  }
}

interface Typed {
  name: string
  phone: string | null
  help_desk_name: string | null
  help_desk_phone: string | null
  help_desk_hours: string | null
}

/** Only these: whatever else a form brings along is nobody's to set here. */
const detailsFrom = (typed: Typed) => ({
  name: typed.name,
  phone: typed.phone,
  helpDeskName: typed.help_desk_name,
  helpDeskPhone: typed.help_desk_phone,
  helpDeskHours: typed.help_desk_hours,
})

const whatIsNext = ({ isAgency }: Organization) =>
  isAgency ? 'Now appoint its primary liaison.' : 'Now name its organization administrator.'
