import type { HttpContext } from '@adonisjs/core/http'

export default class OtherSessionsController {
  async destroy({ auth, response, session }: HttpContext) {
    const account = auth.getUserOrFail()
    const count = await account.session!.endOthers(account)
    session.flash('done', count === 1 ? 'Ended 1 other session.' : `Ended ${count} other sessions.`)
    return response.redirect().toRoute('profile.show')
  }
}
