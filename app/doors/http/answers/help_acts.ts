import {
  internalNoteValidator,
  noteValidator,
  passingValidator,
  solutionValidator,
} from '#app/doors/http/forms/help_request_validator'
import { mend } from '#app/doors/http/forms/mend'
import HelpRequest from '#app/support/requests/help_request'
import { annotate, answer, solve } from '#app/support/requests/help_request_answering'
import { pass } from '#app/support/requests/help_request_passing'
import { placeInWords } from '#app/support/requests/places'
import type { HttpContext } from '@adonisjs/core/http'

/** In whose console a call for help is answered. */
export type Desk = 'liaison' | 'help_desk'

const over = 'This request is over, so nothing was changed.'

/** Each reads its form, acts through the room, and leads back to the page of the request. */
export async function answered(ctx: HttpContext, desk: Desk) {
  const { person, asked } = await found(ctx)
  const { note } = await ctx.request.validateUsing(noteValidator)
  const isDone = await answer(person, asked, note)
  return back(ctx, desk, asked, isDone && `${asked.account.fullName} gets your answer by mail.`)
}

export async function annotated(ctx: HttpContext, desk: Desk) {
  const { person, asked } = await found(ctx)
  const { internal } = await ctx.request.validateUsing(internalNoteValidator)
  await annotate(person, asked, internal)
  return back(ctx, desk, asked, 'The note is kept. The caller does not read it.')
}

export async function solved(ctx: HttpContext, desk: Desk) {
  const { person, asked } = await found(ctx)
  const { solution } = await ctx.request.validateUsing(solutionValidator)
  const isDone = await solve(person, asked, solution)
  return back(ctx, desk, asked, isDone && `${asked.name} is solved. The caller gets a mail.`)
}

export async function passed(ctx: HttpContext, desk: Desk) {
  const { person, asked } = await found(ctx)
  const { to, passing_note: note } = await ctx.request.validateUsing(passingValidator)
  const passing = await pass(person, asked, to, note)
  const whom = placeInWords(to, asked.organization)
  const notices = { there: `It lies with ${whom} already.`, nobody: 'Nobody is there now.', over }
  if (passing !== 'passed') return back(ctx, desk, asked, false, notices[passing])
  return back(ctx, desk, asked, `${asked.name} lies with ${whom} now.`)
}

async function found({ auth, params }: HttpContext) {
  const person = auth.getUserOrFail()
  return { person, asked: await HelpRequest.findFor(person, params.help_request_id) }
}

/** What was not taken stays in the form, if there is still one. */
function back(
  { request, response, session }: HttpContext,
  desk: Desk,
  { id }: HelpRequest,
  done: string | false,
  notice = over
) {
  if (done) session.flash('done', done)
  else {
    mend({ request, session }, {})
    session.flash('notice', notice)
  }
  return response.redirect().toRoute(`${desk}.help_requests.show`, { id })
}
