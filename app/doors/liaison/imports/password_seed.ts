import service from '#config/service'
import type AccountImport from '#app/folders/imports/account_import'
import { listLives } from '#app/folders/imports/import_passwords'
import { second } from '#app/shared/clock'
import type { HttpContext } from '@adonisjs/core/http'

const cookieName = `${service.cookiePrefix}waybill-import`

/**
 * What the first passwords of an import follow from stays in the browser of who applied it, encrypted, and nowhere else: the
 * service keeps hashes only (security rule 8).
 */
export function keepSeed({ response }: HttpContext, { id }: AccountImport, seed: string) {
  const options = { maxAge: listLives / second, httpOnly: true, sameSite: 'lax' as const }
  response.encryptedCookie(cookieName, { id, seed }, options)
}

export function seedOf({ request }: HttpContext, { id }: AccountImport): string | undefined {
  const kept = request.encryptedCookie(cookieName)
  return kept?.id === id && typeof kept.seed === 'string' ? kept.seed : undefined
}
