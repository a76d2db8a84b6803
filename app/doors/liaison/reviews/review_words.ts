import { levelWords } from '#app/folders/subscriptions/level_words'
import { written } from '#app/doors/http/forms/moment'
import type { Decided } from '#app/folders/reviews/access_review_decisions'
import type { ReviewRow } from '#app/folders/reviews/access_review_list'

const decisions = {
  keep: 'Kept',
  change: 'Changed',
  end: 'Ended',
  skipped: 'Skipped: it was over or changed before',
  suspended: 'Suspended: nobody confirmed it in time',
} as const

export const decisionOf = ({ decision, restoredAt }: ReviewRow) =>
  decision ? decisions[decision] + (restoredAt ? ', restored since' : '') : 'Open'

/** "Kept 3, ended 1." */
export function savedInWords({ kept, changed, ended, skipped }: Decided) {
  const said = Object.entries({ kept, changed, ended, skipped })
    .filter(([, count]) => count > 0)
    .map(([what, count]) => `${count} ${what}`)
  return said.length ? `Saved: ${said.join(', ')}.` : 'Nothing was decided.'
}

export const reviewHeadings = [
  'Person',
  'User Name',
  'Organization',
  'Folder',
  'Level',
  'Purpose',
  'Since',
  'Last used',
  'Until',
  'Decision',
  'Decided',
  'Decided by',
  'Restored',
]

export const reviewCells = (row: ReviewRow) => [
  row.person,
  row.username,
  row.organization,
  row.folder,
  levelWords[row.level].name,
  row.purpose,
  written(row.since),
  written(row.lastUsedAt),
  written(row.until),
  decisionOf(row),
  written(row.decidedAt),
  row.decision && (row.decidedBy ?? 'Waybill'),
  written(row.restoredAt),
]
