import { AnnouncementDesk, closed } from '#app/doors/http/announcing/announcement_desk'
import { draftFrom, fieldsOf, type Typed } from '#app/doors/http/announcing/announcement_form'
import { mend } from '#app/doors/http/forms/mend'
import { forgetAnnouncements } from '#app/doors/http/views/announcements'
import { now } from '#app/shared/clock'
import { isId } from '#app/shared/place'
import { permitAnnouncing } from '#app/support/announcements/announcement_policy'
import { edit, publish } from '#app/support/announcements/announcing'
import type { HttpContext } from '@adonisjs/core/http'

/** What is written there: a form, a look at what would be shown, and then it is published. */
export class AnnouncementWriting extends AnnouncementDesk {
  /** Empty, or with the words of one that is posted again. */
  async create({ auth, request, session, view }: HttpContext) {
    const by = auth.getUserOrFail()
    await permitAnnouncing(by, this.announcer)
    const { again } = request.qs()
    const typed = isId(again) ? fieldsOf(await this.find(by, again), { again: true }) : {}
    const preview = session.flashMessages.get('preview')
    return view.render(`pages/${this.door}/announcements/create`, {
      ...{ ...this.known, typed, preview },
    })
  }

  async store(ctx: HttpContext) {
    const { auth, request, response, session } = ctx
    const form = this.path('create')
    const typed = await draftFrom(request, this.announcer)
    if (isToBeSeen(ctx, typed)) return this.#back(ctx, form, typed)

    const published = await publish(auth.getUserOrFail(), this.announcer, typed.draft)
    if ('problems' in published) return this.#back(ctx, form, published)
    forgetAnnouncements()
    session.flash('done', 'Published.')
    if (typed.remarks.length) session.flash('notice', typed.remarks)
    return response.redirect().toPath(this.path(published.announcement.id))
  }

  async edit({ auth, params, response, session, view }: HttpContext) {
    const announcement = await this.find(auth.getUserOrFail(), params.id)
    if (!announcement.isOpenAt(now())) {
      session.flash('notice', `It cannot be changed. ${closed}`)
      return response.redirect().toPath(this.path(announcement.id))
    }
    const preview = session.flashMessages.get('preview')
    const hasBegun = announcement.startsAt <= now()
    const typed = fieldsOf(announcement)
    return view.render(`pages/${this.door}/announcements/edit`, {
      ...{ ...this.known, announcement, typed, preview, hasBegun },
    })
  }

  async update(ctx: HttpContext) {
    const { auth, params, request, response, session } = ctx
    const by = auth.getUserOrFail()
    const before = await this.find(by, params.id)
    const form = this.path(`${before.id}/edit`)
    const typed = await draftFrom(request, this.announcer)
    if (isToBeSeen(ctx, typed)) return this.#back(ctx, form, typed)

    const edited = await edit(by, this.announcer, before, typed.draft)
    if (typeof edited === 'string') {
      const [kind, words] = outcomes[edited]
      session.flash(kind, words)
      return response.redirect().toPath(this.path(before.id))
    }
    if ('problems' in edited) return this.#back(ctx, form, edited)
    forgetAnnouncements()
    session.flash('done', 'Changed. Whoever opens a page from now on reads this.')
    if (typed.remarks.length) session.flash('notice', typed.remarks)
    return response.redirect().toPath(this.path(edited.announcement.id))
  }

  /** The form once more, with what was typed: to be mended, or to be looked at before it is published. */
  #back({ request, response, session }: HttpContext, form: string, typed: Typed) {
    mend({ request, session }, 'problems' in typed ? typed.problems : {})
    if ('draft' in typed) session.flash('preview', { ...typed.draft, remarks: typed.remarks })
    return response.redirect().toPath(form)
  }
}

const outcomes = {
  same: ['notice', 'Nothing was different, so nothing was changed.'],
  closed: ['problem', `Nothing was changed. ${closed}`],
} as const

/** Two buttons, one form: old browsers send a form to one address only. */
const isToBeSeen = (
  { request }: HttpContext,
  typed: Typed
): typed is Extract<Typed, { problems: unknown }> =>
  'problems' in typed || request.input('do') === 'preview'
