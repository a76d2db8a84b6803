import type Account from '#app/accounts/account'
import { agenciesToAsk } from '#app/accounts/liaisons/liaison_list'
import { tooOften } from '#app/accounts/signing_in/throttle'
import { mend } from '#app/doors/http/forms/mend'
import { originOf } from '#app/doors/http/serving/origin_of'
import {
  accessRequestValidator,
  preselectedAgency,
  wishValidator,
} from '#app/doors/public/access_request_validator'
import { askAsAccount, askAsVisitor, asksAsAccount } from '#app/folders/requests/access_asking'
import AccessRequest from '#app/folders/requests/access_request'
import { lapseAfter } from '#app/folders/requests/reminding'
import { isUnanswerable } from '#app/folders/requests/unanswerable'
import type { HttpContext } from '@adonisjs/core/http'

/** Request access: anybody asks an agency's liaisons; who has signed in asks those of their own organization. */
export default class AccessRequestsController {
  async create({ auth, request, view }: HttpContext) {
    const account = asksAsAccount(auth.user)
    return view.render('pages/public/access_requests/create', {
      account,
      agencies: account ? [] : await agenciesToAsk(),
      chosen: preselectedAgency(request.qs().agency),
    })
  }

  async store(ctx: HttpContext) {
    const { auth, response, session, view } = ctx
    const account = asksAsAccount(auth.user)
    const answer = await (account ? askedBy(account, ctx) : askedByVisitor(ctx))
    if (answer === 'asked') return view.render('pages/public/access_requests/asked', { account })

    mend(ctx, 'problems' in answer ? answer.problems : {})
    if ('closedUntil' in answer) session.flash('problem', tooOften(answer.closedUntil))
    return response.redirect().toRoute('request_access.create')
  }

  async show({ params, response, view }: HttpContext) {
    const request = await AccessRequest.findByLink(params.token)
    if (!request) return linkIsGone({ response, view })
    const { token } = params
    const lapsesAt = request.createdAt + lapseAfter
    const isStuck =
      request.isWaiting && (await isUnanswerable(request.organizationId, request.accountId))
    const data = { token, asked: request, lapsesAt, isStuck }
    return view.render('pages/public/access_requests/show', data)
  }
}

/** The same page for a link that is too old, that a newer mail replaced, and that never was. */
export function linkIsGone({ response, view }: Pick<HttpContext, 'response' | 'view'>) {
  response.status(410)
  return view.render('pages/public/access_requests/gone')
}

async function askedBy(account: Account, { request }: HttpContext) {
  const { purpose, works_with: worksWith } = await request.validateUsing(wishValidator)
  return askAsAccount(account, { purpose, worksWith })
}

async function askedByVisitor({ request }: HttpContext) {
  const typed = await request.validateUsing(accessRequestValidator)
  const { email, phone, title, purpose } = typed
  const introduction = { organizationId: typed.organization, fullName: typed.full_name }
  return askAsVisitor(
    { ...introduction, email, phone, title },
    { purpose, worksWith: typed.works_with },
    originOf(request)
  )
}
