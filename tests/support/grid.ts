import type { Actions } from '#app/audit/decide'
import { announcements } from '#tests/support/grid/announcements'
import { directories } from '#tests/support/grid/directories'
import { consoles } from '#tests/support/grid/consoles'
import { freshness } from '#tests/support/grid/freshness'
import { imports } from '#tests/support/grid/imports'
import { helpDesk } from '#tests/support/grid/help_desk'
import { insight } from '#tests/support/grid/insight'
import { helpRequests } from '#tests/support/grid/help_requests'
import type { Line } from '#tests/support/grid/line'
import { mainJob } from '#tests/support/grid/main_job'
import { lookup } from '#tests/support/grid/lookup'
import { operations } from '#tests/support/grid/operations'
import { trees } from '#tests/support/grid/trees'
import { escalation } from '#tests/support/grid/escalation'
import { records } from '#tests/support/grid/records'
import { people } from '#tests/support/grid/people'
import { subscriptions } from '#tests/support/grid/subscriptions'

/** Every declared action with its answers. A new action gets its line here; the test fails until it has one. */
export const grid: { [A in keyof Actions]: Line<A> } = {
  ...mainJob,
  ...consoles,
  ...operations,
  ...trees,
  ...people,
  ...subscriptions,
  ...directories,
  ...imports,
  ...insight,
  ...lookup,
  ...records,
  ...announcements,
  ...helpDesk,
  ...helpRequests,
  ...escalation,
  ...freshness,
}
