import type { HttpContext } from '@adonisjs/core/http'

/** That a person is still there: asking is a sign of life, and the answer says how long the session lasts now. */
export default class PresencesController {
  show({ auth, request }: HttpContext) {
    const { id, session } = auth.getUserOrFail()
    const { idle, absolute } = session!.timeLeft()
    const token = request.csrfToken
    return { person: id, idleSeconds: idle, absoluteSeconds: absolute, token }
  }
}
