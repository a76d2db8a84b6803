import { Refusal } from '#app/audit/refusal'
import type { HttpContext } from '@adonisjs/core/http'
import Tokens from 'csrf'

const tokens = new Tokens()

/**
 * Shield's check of a form's token, for a form that streams: its route is exempt from Shield, and it asks here
 * before the first file begins (security rules 12 and 18).
 */
export function requireFormToken({ session, request }: HttpContext, sent: string | null) {
  const secret = session.get('csrf-secret')
  const token = sent || request.header('x-csrf-token')
  if (secret && token && tokens.verify(secret, token)) return
  throw new Refusal({
    allowed: false,
    code: 'form.token',
    sentence: 'This form is out of date, so nothing was done.',
    mend: 'Open the folder again and repeat it.',
  })
}
