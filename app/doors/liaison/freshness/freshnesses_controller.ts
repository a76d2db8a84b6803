import { findingPath } from '#app/support/freshness/finding_link'
import { freshnessOf } from '#app/support/freshness/freshness'
import { contactStates } from '#app/support/freshness/contact_states'
import Program from '#app/support/records/program'
import type { HttpContext } from '@adonisjs/core/http'

/** How whole and how fresh a quick reference is: what is wrong with it, and whom to ask. */
export default class FreshnessesController {
  async show({ auth, params, view }: HttpContext) {
    const liaison = auth.getUserOrFail()
    const program = await Program.findFor(liaison, params.program_id)
    return view.render('pages/liaison/freshness/show', {
      program,
      freshness: await freshnessOf(liaison, program),
      contacts: await contactStates(liaison, program),
      findingPath,
    })
  }
}
