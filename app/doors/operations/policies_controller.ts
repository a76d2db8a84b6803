import { changePolicy, presentPolicy } from '#app/accounts/service_policy/policy_change'
import { settings } from '#app/accounts/service_policy/service_policy'
import type { Typed } from '#app/accounts/service_policy/setting'
import { mend } from '#app/doors/http/forms/mend'
import type { HttpContext } from '@adonisjs/core/http'

/** What holds for the whole service. */
export default class PoliciesController {
  async edit({ view }: HttpContext) {
    return view.render('pages/operations/policies/edit', { lines: await presentPolicy() })
  }

  async update(ctx: HttpContext) {
    const { auth, request, response, session } = ctx
    const typed = settings.map(({ name }) => [name, texts(request.input(name))] as const)
    const change = await changePolicy(auth.getUserOrFail(), Object.fromEntries(typed))
    if ('problems' in change) mend(ctx, change.problems)
    else if (change.changed.length)
      session.flash('done', 'Saved. It holds from now on, everywhere.')
    else session.flash('notice', 'Nothing was different, so nothing was changed.')
    return response.redirect().toRoute('operations.policy.edit')
  }
}

/** Anything else that somebody may have sent is as if it had not come. */
function texts(value: unknown): Typed {
  if (typeof value === 'string') return value
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : undefined
}
