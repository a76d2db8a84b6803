import { kinds } from '#app/audit/kinds'
import { pagesOf, placeFrom } from '#app/doors/http/forms/place_from'
import { activityAsked } from '#app/doors/liaison/activity/activity_asked'
import { keptOf, tellProblems } from '#app/doors/http/forms/asked'
import { listActivity } from '#app/files/activity/activity_list'
import type { HttpContext } from '@adonisjs/core/http'

/** What happened in the organization, the latest first. */
export default class ActivitiesController {
  async index(ctx: HttpContext) {
    const { asked, question, problems } = await activityAsked(ctx)
    tellProblems(ctx, asked, problems)
    const place = placeFrom(ctx.request.qs())
    const activity = await listActivity(ctx.auth.getUserOrFail(), question, place)
    const kept = keptOf(asked, problems)
    return ctx.view.render('pages/liaison/activities/index', {
      asked: kept,
      kinds: [{ value: '', label: 'Everything' }, ...kinds],
      rows: activity.rows,
      pages: pagesOf(activity, kept),
      query: new URLSearchParams(kept).toString(),
    })
  }
}
