import { originOf } from '#app/doors/http/serving/origin_of'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/** Finds out who is there, if anybody, and keeps the session alive. Every page may ask `auth.user` afterwards. */
export default class IdentifyMiddleware {
  async handle({ auth, request, session, view }: HttpContext, next: NextFn) {
    await auth.check()
    const account = auth.user
    if (account) {
      account.origin = originOf(request)
      await account.session!.touch()
    }
    if (!account && session.has(auth.use('web').sessionKeyName)) {
      session.put('left', session.pull(auth.use('web').sessionKeyName))
      session.regenerate()
      session.put('ended', true)
    }
    view.share({ person: account })
    return next()
  }
}
