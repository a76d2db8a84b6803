import { Refusal } from '#app/audit/refusal'
import HeldUpload from '#app/files/receiving/held_upload'
import type { HttpContext } from '@adonisjs/core/http'

/** What arrived after a session had ended: `Keep` puts it into its folder, `Discard` removes it. */
export default class HeldUploadsController {
  async update({ auth, params, response, session }: HttpContext) {
    const account = auth.getUserOrFail()
    const held = await HeldUpload.findFor(account, params.id)
    try {
      const { file } = await held.keep(account)
      session.flash('done', `Uploaded ${file.name}.`)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      session.flash('problem', `${held.name} cannot be put there: ${error.decision.sentence}`)
      /** The folder may have been deleted meanwhile: its page would hide what was said. */
      if (error.decision.hidden) return response.redirect().toRoute('home.show')
    }
    return response.redirect().toRoute('folders.show', { id: held.folderId })
  }

  async destroy({ auth, params, response, session }: HttpContext) {
    const account = auth.getUserOrFail()
    const held = await HeldUpload.findFor(account, params.id)
    await held.discard(account)
    session.flash('done', `Discarded ${held.name}.`)
    return response.redirect().toRoute('home.show')
  }
}
