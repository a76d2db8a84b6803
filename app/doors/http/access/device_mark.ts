import service from '#config/service'
import type { DeviceMark } from '#app/accounts/signing_in/sign_in'
import type { HttpContext } from '@adonisjs/core/http'
import { randomUUID } from 'node:crypto'

const cookieName = `${service.cookiePrefix}waybill-device`
/** A shared machine remembers this many people. */
const most = 10

/** What earlier sign-ins left in this browser: it says who signed in here before, and nothing else (security rule 9). */
export function deviceMark({ request }: HttpContext): DeviceMark | undefined {
  const mark = request.encryptedCookie(cookieName)
  return typeof mark?.id === 'string' && Array.isArray(mark.accountIds) ? mark : undefined
}

export function leaveDeviceMark(ctx: HttpContext, accountId: string) {
  const mark = deviceMark(ctx)
  const others = mark?.accountIds.filter((id) => id !== accountId) ?? []
  const accountIds = [accountId, ...others].slice(0, most)
  const value = { id: mark?.id ?? randomUUID(), accountIds }
  ctx.response.encryptedCookie(cookieName, value, { maxAge: '400 days', httpOnly: true })
}
