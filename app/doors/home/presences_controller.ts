import type { HttpContext } from '@adonisjs/core/http'

/** That a person is still there: asking is a sign of life, and the answer says how long the session lasts now. */
export default class PresencesController {
  show({ auth, request }: HttpContext) {
    const { idle, absolute } = auth.getUserOrFail().session!.timeLeft()
    return { idleSeconds: idle, absoluteSeconds: absolute, token: request.csrfToken }
  }
}
