import { entryOf } from '#app/accounts/liaisons/liaison_list'
import { contactFrom, contactValidator } from '#app/doors/http/forms/contact_validator'
import Organization from '#app/organizations/organization'
import type { HttpContext } from '@adonisjs/core/http'

/** What an agency shows to everybody, set by the operator in its stead. */
export default class ContactsController {
  async edit({ params, view }: HttpContext) {
    const organization = await Organization.findOrFail(params.organization_id)
    const entry = await entryOf(organization)
    return view.render('pages/operations/contacts/edit', { organization, entry })
  }

  async update({ auth, params, request, response, session }: HttpContext) {
    const contact = contactFrom(await request.validateUsing(contactValidator))
    const organization = await Organization.findOrFail(params.organization_id)
    const isChanged = await organization.publish(auth.getUserOrFail(), contact)
    if (isChanged) session.flash('done', 'Saved. Everybody sees it now.')
    else session.flash('notice', 'Nothing was different, so nothing was changed.')
    return response.redirect().toRoute('operations.contact.edit', [organization.id])
  }
}
