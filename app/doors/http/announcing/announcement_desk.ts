import type Account from '#app/accounts/account'
import { shownAsked } from '#app/doors/http/announcing/shown_asked'
import { pagesOf, placeFrom } from '#app/doors/http/forms/place_from'
import { forgetAnnouncements } from '#app/doors/http/views/announcements'
import { now } from '#app/shared/clock'
import Announcement, { type Announcer } from '#app/support/announcements/announcement'
import {
  openAnnouncements,
  pastAnnouncements,
  shownBetween,
} from '#app/support/announcements/announcement_list'
import { permitAnnouncing } from '#app/support/announcements/announcement_policy'
import { withdraw } from '#app/support/announcements/announcing'
import type { HttpContext } from '@adonisjs/core/http'

export const closed = 'This announcement is over, was withdrawn, or has a newer edition.'

/** Announcements at the liaison's door or at the operator's: the same pages, other addresses, another voice. */
export class AnnouncementDesk {
  constructor(
    readonly door: 'liaison' | 'operations',
    readonly announcer: Announcer
  ) {}

  async index({ auth, request, view }: HttpContext) {
    const by = auth.getUserOrFail()
    const open = await openAnnouncements(by, this.announcer)
    const past = await pastAnnouncements(by, this.announcer, placeFrom(request.qs()))
    const asked = shownAsked(request.qs())
    const found = asked.span && (await shownBetween(by, this.announcer, asked.span))
    return view.render(`pages/${this.door}/announcements/index`, {
      ...{ ...this.known, ...open, past: past.rows, pages: pagesOf(past), asked, found },
    })
  }

  async show({ auth, params, view }: HttpContext) {
    const announcement = await this.find(auth.getUserOrFail(), params.id)
    const editions = await announcement.editions()
    const phase = announcement.stateAt(now())
    return view.render(`pages/${this.door}/announcements/show`, {
      ...{ ...this.known, announcement, editions, phase },
    })
  }

  async confirmWithdrawal({ auth, params, view }: HttpContext) {
    const announcement = await this.find(auth.getUserOrFail(), params.announcement_id)
    const isOpen = announcement.isOpenAt(now())
    return view.render(`pages/${this.door}/announcement_withdrawals/create`, {
      ...{ ...this.known, announcement, isOpen, closed },
    })
  }

  async withdraw({ auth, params, response, session }: HttpContext) {
    const by = auth.getUserOrFail()
    const announcement = await this.find(by, params.announcement_id)
    const isDone = await withdraw(by, this.announcer, announcement)
    forgetAnnouncements()
    if (isDone) session.flash('done', 'Withdrawn. Nobody sees it any more.')
    else session.flash('notice', `Nothing was changed. ${closed}`)
    return response.redirect().toPath(this.path(announcement.id))
  }

  protected async find(by: Account, id: string) {
    await permitAnnouncing(by, this.announcer)
    return Announcement.findFor(by, this.announcer, id)
  }

  protected path(rest: string) {
    return `/${this.door}/announcements/${rest}`
  }

  /** Where the shared parts lead to, and for whom they speak. */
  protected get known() {
    const { announcer } = this
    return { announcer, routes: `${this.door}.announcements` }
  }
}
