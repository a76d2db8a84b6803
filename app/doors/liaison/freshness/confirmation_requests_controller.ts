import { confirmationRequestValidator } from '#app/doors/liaison/freshness/freshness_validator'
import { askContacts, type Asked } from '#app/support/freshness/confirmations/asking'
import Program from '#app/support/records/program'
import type { HttpContext } from '@adonisjs/core/http'

/** One contact, or all of them, are asked by mail whether the quick reference is right about them. */
export default class ConfirmationRequestsController {
  async store({ auth, params, request, response, session }: HttpContext) {
    const liaison = auth.getUserOrFail()
    const program = await Program.findFor(liaison, params.program_id)
    const { entry } = await request.validateUsing(confirmationRequestValidator)
    const wanted = entry ? ({ id }: { id: string }) => id === entry : undefined
    const answer = await askContacts(liaison, program, wanted)
    if (answer.asked.length) {
      session.flash('done', `Asked ${listed(answer.asked)}. ${rest(answer)}`.trim())
    } else session.flash('notice', rest(answer) || 'There is nobody to ask.')
    return response.redirect().toRoute('liaison.freshness.show', [program.id])
  }
}

function rest({ before, unreachable }: Asked) {
  const asked = before.length
    ? `${listed(before)} ${before.length === 1 ? 'was' : 'were'} asked today already.`
    : ''
  const silent = unreachable.length
    ? `Without a mail address, so not asked: ${listed(unreachable)}.`
    : ''
  return [asked, silent].filter(Boolean).join(' ')
}

const listed = (names: string[]) => new Intl.ListFormat('en-US').format(names)
