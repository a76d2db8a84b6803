import type Account from '#app/accounts/account'
import AccountSession from '#app/accounts/sessions/account_session'
import { pageOfForm } from '#app/doors/http/forms/page_of_form'
import { withoutSecrets } from '#app/doors/http/forms/typed'
import { minute, now, type Instant } from '#app/shared/clock'
import { inTransaction } from '#app/shared/transaction'
import type { HttpContext } from '@adonisjs/core/http'

/** How long what was typed waits for its person to sign in. */
export const keptFor = 30 * minute

/** More than anybody types into one form of ours; JSON, so counted in its signs. */
export const mostSigns = 128 * 1024

interface KeptForm {
  path: string
  /** Nothing, if it was too long to be kept. */
  typed: Record<string, unknown> | null
}

/**
 * Keeps a form that came after its session had ended (WCAG 2.2.5 Re-authenticating): for each ended sign-in the latest. What
 * is kept is what was typed, never a password, and nothing of it is carried out.
 */
export async function keepForm({ request, session }: HttpContext) {
  const left = session.get('left')
  if (!left || !(await AccountSession.find(left))) return
  const isOrdinary = request.is(['application/x-www-form-urlencoded'])
  const typed = JSON.stringify(isOrdinary ? withoutSecrets(request.body()) : {})
  const row = {
    session_id: left,
    path: pageOfForm(request),
    typed: typed.length > mostSigns ? null : typed,
    created_at: now(),
  }
  await inTransaction((trx) =>
    trx.knexQuery().table('kept_forms').insert(row).onConflict('session_id').merge()
  )
}

/** Hands the form over, once, to the account that was signed in; whoever else signs in first, it is gone. */
export async function takeForm(left: unknown, account: Account): Promise<KeptForm | undefined> {
  if (typeof left !== 'string') return
  const kept = await inTransaction(async (trx) => {
    const row = await trx.from('kept_forms').where('session_id', left).first()
    if (row) await trx.from('kept_forms').where('session_id', left).delete()
    return row
  })
  const was = kept && (await AccountSession.find(left))
  if (was?.accountId !== account.id || isTooOld(Number(kept.created_at))) return
  return { path: kept.path, typed: JSON.parse(kept.typed) }
}

/** The page stands as it was left: its fields take what is flashed, ticks too, and the person sends it. */
export function giveBack({ session }: HttpContext, { typed }: KeptForm) {
  if (typed) session.flash({ ...typed, inputErrorsBag: {} })
  session.flash('notice', `Your session had ended, so nothing was done. ${whatIsLeft(typed)}`)
}

function whatIsLeft(typed: KeptForm['typed']) {
  if (!typed) return 'What you typed was too long to be kept.'
  if (!Object.keys(typed).length) return 'Please do it once more.'
  return 'What you typed is still here, except passwords: look at it and send it once more.'
}

const isTooOld = (keptAt: Instant) => keptAt <= now() - keptFor
