import { reviewRecord, type Reviewed } from '#app/support/freshness/reviewing'
import Program from '#app/support/records/program'
import type { HttpContext } from '@adonisjs/core/http'

const notices: Record<Exclude<Reviewed, 'reviewed'>, string> = {
  already: 'It was reviewed today already, so nothing was changed.',
  unpublished: 'Nothing of it is published. Publish it first.',
  draft: 'There is a draft that says something else. Publish or discard it first.',
}

/** "Everything here is right." */
export default class RecordReviewsController {
  async store({ auth, params, response, session }: HttpContext) {
    const liaison = auth.getUserOrFail()
    const program = await Program.findFor(liaison, params.program_id)
    const reviewed = await reviewRecord(liaison, program)
    if (reviewed === 'reviewed') {
      session.flash(
        'done',
        `Reviewed: everything in the quick reference of ${program.name} is right.`
      )
    } else session.flash('notice', notices[reviewed])
    return response.redirect().toRoute('liaison.freshness.show', [program.id])
  }
}
