import { explanationAsked, whats } from '#app/doors/help_desk/accounts/explanation_asked'
import { callerFor, noteLookUp } from '#app/support/assistance/caller'
import { explain } from '#app/support/explanations/explanation'
import type { HttpContext } from '@adonisjs/core/http'

const words = {
  passed: 'yes',
  unsure: 'only the person can tell',
  fails: 'no',
  not_reached: 'not asked, for something before it is missing',
}

/** "Why can't she…?": an answer, not a change, so the form that asks is a GET. */
export default class ExplanationsController {
  async show(ctx: HttpContext) {
    const { auth, params, session, view } = ctx
    const by = auth.getUserOrFail()
    const account = await callerFor(by, params.account_id)
    await noteLookUp(by, account)
    const { asked, attempt, choices, path, problems } = await explanationAsked(ctx, account)
    /** For this page alone: nothing is carried to the next one. */
    if (Object.keys(problems).length) session.flashMessages.set('inputErrorsBag', problems)
    return view.render('pages/help_desk/explanations/show', {
      ...{ account, asked, whats, words, choices, path },
      file: attempt?.what === 'see_file' ? attempt.file : null,
      answer: attempt ? await explain(by, account, attempt) : null,
    })
  }
}
