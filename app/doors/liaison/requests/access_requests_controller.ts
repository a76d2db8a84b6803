import { hasDirectory } from '#app/accounts/signing_in/credential_sources'
import { decide } from '#app/audit/decide'
import AccessRequest from '#app/folders/requests/access_request'
import { lapseAfter } from '#app/folders/requests/reminding'
import { similarTo, usernameFor } from '#app/folders/requests/similar_accounts'
import type { HttpContext } from '@adonisjs/core/http'

/** One request for access, as the liaison reads it before deciding. */
export default class AccessRequestsController {
  async show({ auth, params, view }: HttpContext) {
    const liaison = auth.getUserOrFail()
    const asked = await AccessRequest.findFor(liaison, params.id)
    const isOfNewPerson = asked.isWaiting && !asked.account
    return view.render('pages/liaison/access_requests/show', {
      asked,
      lapsesAt: asked.createdAt + lapseAfter,
      decision: await decide(liaison, 'access_request.decide', asked),
      similar: isOfNewPerson ? await similarTo(asked) : [],
      offersDirectory: isOfNewPerson && (await hasDirectory(liaison.organizationId)),
      suggested: isOfNewPerson ? await usernameFor(asked) : undefined,
    })
  }
}
