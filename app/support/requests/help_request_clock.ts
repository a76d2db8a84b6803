import { eachDue } from '#app/schedule/each_due'
import type { Instant } from '#app/shared/clock'
import type { Trx } from '#app/shared/transaction'
import HelpRequest from '#app/support/requests/help_request'
import { passOn } from '#app/support/requests/help_request_passing'
import { tellEach } from '#app/support/requests/help_request_waiting'
import { peopleAt } from '#app/support/requests/places'

const atOnce = 500

/** Nobody's call for help is forgotten: whom it lies with is reminded, and after twice that time it goes to the next. */
export async function remindOfHelpRequests(asOf: Instant, signal?: AbortSignal) {
  return {
    passedOn: await eachDue(dueBy('passOnAt', asOf), passOn, asOf, signal),
    reminded: await eachDue(dueBy('remindAt', asOf), remind, asOf, signal),
  }
}

const dueBy = (column: 'passOnAt' | 'remindAt', asOf: Instant) =>
  HelpRequest.query()
    .where('status', 'open')
    .where(column, '<=', asOf)
    .orderBy(column)
    .limit(atOnce)

/** Once, whoever runs the job at the same time. Where nobody is any more, it goes on at once. */
async function remind(request: HelpRequest, asOf: Instant, trx: Trx) {
  const asked = await request.held(trx)
  if (asked.status !== 'open' || asked.remindAt !== request.remindAt) return false
  const people = await peopleAt(asked.liesWith, asked, trx)
  if (!people.length && (await passOn(request, asOf, trx))) return true
  await asked.change(['open'], { remindAt: null }, trx)
  await tellEach(people, asked, 'help_request_reminder', {}, trx)
  return people.length > 0
}
