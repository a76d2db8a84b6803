import { seedOf } from '#app/doors/liaison/imports/password_seed'
import { previewOf } from '#app/doors/liaison/imports/import_preview'
import AccountImport from '#app/folders/imports/account_import'
import { waitingIn } from '#app/folders/imports/import_activations'
import { listLives, waitFor } from '#app/folders/imports/import_passwords'
import { now, second } from '#app/shared/clock'
import type { HttpContext } from '@adonisjs/core/http'

/** An import's page at its present stage. One that is under way is waited for a little: most are done by then. */
export async function importPage(ctx: HttpContext, found: AccountImport) {
  const { auth, request, view } = ctx
  const account = auth.getUserOrFail()
  if (found.status === 'preparing') await waitFor(found, 2 * second)
  const wanted =
    found.status === 'preparing' ? await AccountImport.findFor(account, found.id) : found
  const shared = { wanted }
  if (wanted.status === 'preparing') return view.render('pages/liaison/imports/preparing', shared)
  if (wanted.status === 'previewed') {
    const preview = previewOf(await wanted.checked(), request.qs())
    return view.render('pages/liaison/imports/preview', { ...shared, ...preview })
  }
  const waiting = await waitingIn(wanted)
  return view.render('pages/liaison/imports/show', {
    ...shared,
    isUndoable: wanted.isUndoable(now()),
    waiting: waiting.length,
    hasPasswords: hasPasswords(ctx, wanted),
  })
}

/** Whether the first passwords can be shown to this person, here and now. */
const hasPasswords = (ctx: HttpContext, wanted: AccountImport) =>
  wanted.status === 'applied' &&
  wanted.first === 'shown_once' &&
  wanted.appliedBy === ctx.auth.user!.id &&
  wanted.appliedAt! > now() - listLives &&
  seedOf(ctx, wanted) !== undefined
