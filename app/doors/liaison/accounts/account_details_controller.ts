import { editAccount } from '#app/accounts/keeping/account_edit'
import {
  shownFields,
  shownOf,
  type Meanwhile,
  type Shown,
} from '#app/accounts/keeping/account_shown'
import { ownPerson } from '#app/accounts/keeping/own_people'
import { permit } from '#app/audit/decide'
import { accountDetailsValidator } from '#app/doors/liaison/accounts/account_validator'
import { again } from '#app/doors/liaison/folders/again'
import { now } from '#app/shared/clock'
import type { HttpContext } from '@adonisjs/core/http'

/** What of an account its liaison may change by a form. */
export default class AccountDetailsController {
  async edit({ auth, params, view }: HttpContext) {
    const liaison = auth.getUserOrFail()
    const account = await ownPerson(liaison, params.id)
    await permit(liaison, 'account.edit', account)
    return view.render('pages/liaison/accounts/edit', {
      account,
      isActive: account.isActive(now()),
      shown: await shownOf(account),
    })
  }

  async update(ctx: HttpContext) {
    const { auth, params, request, response, session } = ctx
    const liaison = auth.getUserOrFail()
    const account = await ownPerson(liaison, params.id)
    const typed = await request.validateUsing(accountDetailsValidator)
    const edit = await editAccount(liaison, account, detailsFrom(typed), seenIn(typed.seen))
    if ('problems' in edit) {
      if (edit.meanwhile) request.updateBody({ ...request.body(), ...refilled(edit.meanwhile) })
      return again(ctx, edit.problems).toRoute('liaison.accounts.edit', { id: account.id })
    }
    const isChanged = edit.changed.length > 0
    const sentence = isChanged ? `Changed: ${edit.changed.join(', ')}.` : 'Nothing was different.'
    session.flash(isChanged ? 'done' : 'notice', sentence)
    if (edit.kept.length) {
      const kept = `Somebody else changed this meanwhile, and it stays: ${edit.kept.join(', ')}.`
      session.flash('notice', isChanged ? kept : [sentence, kept])
    }
    return response.redirect().toRoute('liaison.accounts.show', { id: account.id })
  }
}

type Typed = Awaited<ReturnType<typeof accountDetailsValidator.validate>>

const detailsFrom = (typed: Typed) => ({
  fullName: typed.full_name,
  email: typed.email,
  phone: typed.phone ?? null,
  title: typed.title ?? null,
  endsAt: typed.ends_on ? Number(typed.ends_on) : (typed.ends_on as null | undefined),
  sponsor: typed.sponsor ?? null,
})

/** The form as it comes back: what only the other one changed is as it is now, and now it has been seen. */
const refilled = ({ kept, now: present }: Meanwhile) => ({ ...kept, seen: JSON.stringify(present) })

/** Whatever else is written there has been seen by nobody. */
function seenIn(text = '{}'): Partial<Shown> {
  try {
    const said = Object(JSON.parse(text))
    const known = shownFields.filter((field) => typeof said[field] === 'string')
    return Object.fromEntries(known.map((field) => [field, said[field]]))
  } catch {
    return {}
  }
}
