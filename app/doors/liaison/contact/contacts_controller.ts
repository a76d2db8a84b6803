import { entryOf } from '#app/accounts/liaisons/liaison_list'
import { decide } from '#app/audit/decide'
import { contactFrom, contactValidator } from '#app/doors/http/forms/contact_validator'
import { mend } from '#app/doors/http/forms/mend'
import Organization, { type PublishedContact } from '#app/organizations/organization'
import type { HttpContext } from '@adonisjs/core/http'

/** What the agency shows to everybody under "Find your SFT Liaison", with a look at it before it is saved. */
export default class ContactsController {
  async edit({ auth, session, view }: HttpContext) {
    const liaison = auth.getUserOrFail()
    const organization = await Organization.findOrFail(liaison.organizationId)
    const decision = await decide(liaison, 'organization.publish', organization)
    const preview = session.flashMessages.get('preview') as PublishedContact | undefined
    const shown = await Organization.findOrFail(organization.id)
    const entry = await entryOf(preview ? shown.merge(preview) : shown)
    return view.render('pages/liaison/contacts/edit', {
      ...{ decision, organization, entry, preview },
    })
  }

  async update({ auth, request, response, session }: HttpContext) {
    const contact = contactFrom(await request.validateUsing(contactValidator))
    const liaison = auth.getUserOrFail()
    if (request.input('do') === 'preview') {
      mend({ request, session }, {})
      session.flash('preview', contact)
      return response.redirect().toRoute('liaison.contact.edit')
    }
    const isChanged = await liaison.organization.publish(liaison, contact)
    if (isChanged) session.flash('done', 'Saved. Everybody sees it now.')
    else session.flash('notice', 'Nothing was different, so nothing was changed.')
    return response.redirect().toRoute('liaison.contact.edit')
  }
}
