import AccountDeactivation from '#app/accounts/keeping/account_deactivation'
import { cleanUp } from '#app/accounts/clean_up'
import { checkDirectories } from '#app/accounts/directories/directory_state'
import { remindOfEnds } from '#app/accounts/keeping/renewal_reminders'
import { newEntries, sealDue } from '#app/audit/seal'
import { tellOfArrivals } from '#app/files/activity/arrival_notices'
import { carryOutDue } from '#app/folders/departures/departures_due'
import AccountImport from '#app/folders/imports/account_import'
import { destroyForgotten } from '#app/files/deleting/file_destruction'
import { destroyForgottenFolders } from '#app/files/deleting/folder_destruction'
import HeldUpload from '#app/files/receiving/held_upload'
import { reconcile, sweepBlobs } from '#app/files/deleting/reconcile'
import { remindOfRequests } from '#app/folders/requests/access_request_reminding'
import { remindOfOffers } from '#app/folders/offers/offer_reminding'
import { sendDigests } from '#app/folders/requests/request_digest'
import { closeExpired, noticeExpiry } from '#app/folders/subscriptions/subscription_expiry'
import {
  closeDueReviews,
  remindOfReviews,
  startQuarterlyReviews,
} from '#app/folders/reviews/access_review_clock'
import { countDays } from '#app/files/activity/transfer_totals'
import { countMarks } from '#app/support/freshness/record_marks'
import { remindOfStaleness } from '#app/support/freshness/reminders'
import { deliverDue } from '#app/messages/deliver'
import { outbox } from '#app/messages/outbox'
import { everyMinute, hourly, nightly, type Job } from '#app/schedule/job'
import JobRun from '#app/schedule/job_run'
import { Timetable } from '#app/schedule/timetable'
import { now } from '#app/shared/clock'
import { remindOfHelpRequests } from '#app/support/requests/help_request_clock'
import service from '#config/service'

/** The whole clock: everything that the service does by itself, one line each. */
export const schedule: Job[] = [
  {
    name: 'outbox.deliver',
    when: everyMinute,
    atStart: true,
    run: (asOf, signal) => deliverDue(asOf, { signal }),
  },
  { name: 'audit.seal', when: everyMinute, run: (_asOf, signal) => sealDue(signal) },
  { name: 'uploads.reconcile', when: everyMinute, atStart: true, run: reconcile },
  { name: 'blobs.sweep', when: nightly, run: sweepBlobs },
  { name: 'directories.check', when: everyMinute, atStart: true, run: checkDirectories },
  { name: 'accounts.clean_up', when: hourly, run: cleanUp },
  { name: 'departures.carry_out', when: everyMinute, run: carryOutDue },
  {
    name: 'imports.release',
    when: everyMinute,
    atStart: true,
    run: (asOf) => AccountImport.releaseSilent(asOf),
  },
  { name: 'imports.forget', when: hourly, run: (asOf) => AccountImport.forget(asOf) },
  {
    name: 'accounts.close_ended',
    when: everyMinute,
    run: (asOf) => AccountDeactivation.closeEnded(asOf),
  },
  { name: 'accounts.remind_of_ends', when: hourly, run: remindOfEnds },
  { name: 'files.forget', when: hourly, run: destroyForgotten },
  { name: 'files.notify', when: everyMinute, run: tellOfArrivals },
  { name: 'folders.forget', when: hourly, run: destroyForgottenFolders },
  { name: 'access_reviews.start', when: nightly, run: startQuarterlyReviews },
  { name: 'access_reviews.remind', when: hourly, run: remindOfReviews },
  { name: 'access_reviews.close', when: hourly, run: closeDueReviews },
  { name: 'transfers.count', when: hourly, atStart: true, run: countDays },
  { name: 'held_uploads.expire', when: hourly, run: (asOf) => HeldUpload.expire(asOf) },
  { name: 'access_requests.remind', when: hourly, run: remindOfRequests },
  { name: 'subscriptions.close_expired', when: everyMinute, run: closeExpired },
  { name: 'subscriptions.notice', when: '30 6 * * *', run: (asOf) => noticeExpiry(asOf) },
  { name: 'offers.remind', when: hourly, run: remindOfOffers },
  { name: 'help_requests.remind', when: everyMinute, run: remindOfHelpRequests },
  { name: 'requests.digest', when: '0 7 * * *', run: sendDigests },
  { name: 'quick_references.remind', when: '45 6 * * *', run: remindOfStaleness },
  { name: 'quick_references.count', when: hourly, run: countMarks },
  { name: 'job_runs.tidy', when: hourly, run: (asOf) => JobRun.tidy(asOf) },
]

/** What need not wait for its minute: it is also done right after the commit that calls for it. */
export function startJobs() {
  outbox.start((signal) => deliverDue(now(), { signal }))
  newEntries.start(sealDue)
  const timetable = new Timetable(schedule, service.timeZone)
  timetable.start()
  return [timetable, outbox, newEntries]
}
