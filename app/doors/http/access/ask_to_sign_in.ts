import { keepForm } from '#app/doors/http/forms/kept_form'
import type { HttpContext } from '@adonisjs/core/http'

/** Leads to the sign-in page, and later back to the page that was asked for, or to the form that was sent. */
export async function askToSignIn(ctx: HttpContext) {
  const { request, response, session } = ctx
  if (wantsJson(request)) {
    return response.unauthorized({ code: 'signed_out', sentence: 'Sign in first.' })
  }
  if (request.method() === 'GET') session.put('wanted', request.url(true))
  else await keepForm(ctx)
  const ended = session.pull('ended')
  session.flash('notice', ended ? 'Your session has ended. Sign in to go on.' : 'Sign in to go on.')
  return response.redirect().toRoute('sign_in.create')
}

export const wantsJson = (request: HttpContext['request']) =>
  request.accepts(['html', 'json']) === 'json'
