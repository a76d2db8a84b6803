import { written } from '#app/doors/http/forms/moment'
import { sendCsv } from '#app/doors/http/answers/send_csv'
import { activityAsked } from '#app/doors/liaison/activity/activity_asked'
import { allActivity } from '#app/files/activity/activity_list'
import type { HttpContext } from '@adonisjs/core/http'

/** The trail of the organization as a file: the same rows in the same order, of all its pages. */
export default class ActivityExportsController {
  async show(ctx: HttpContext) {
    const { question } = await activityAsked(ctx)
    const activity = allActivity(ctx.auth.getUserOrFail(), question)
    async function* rows() {
      for await (const batch of activity) {
        yield batch.map(({ at, sentence, isRefused, address }) => [
          written(at),
          sentence,
          isRefused ? 'Refused' : '',
          address,
        ])
      }
    }
    return sendCsv(ctx, 'Activity', ['When', 'What', 'Refused', 'Address'], rows())
  }
}
