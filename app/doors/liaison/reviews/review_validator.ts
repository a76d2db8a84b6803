import { endOf, lastDay } from '#app/doors/http/forms/last_day'
import type { Answer } from '#app/folders/reviews/access_review_decisions'
import type { Level } from '#app/folders/reach'
import { isId } from '#app/shared/place'
import vine from '@vinejs/vine'

const ids = () => vine.array(vine.string().uuid()).maxLength(100)

/** A page of a review: the rows that stand on it, and what was chosen in which. */
export const decisionsValidator = vine.create({
  items: ids(),
  decisions: vine.record(vine.enum(['keep', 'change', 'end'])).optional(),
  all: vine.literal('keep').optional(),
})

export const changesValidator = vine.create({
  items: ids(),
  levels: vine.record(vine.enum(['viewer', 'contributor', 'manager'] as const)),
  ends: vine.record(lastDay()).optional(),
})

/** The choices of a page; with "keep all", rows without a choice are kept. */
export function chosen({
  items,
  decisions = {},
  all,
}: Awaited<ReturnType<typeof decisionsValidator.validate>>) {
  const of = (itemId: string) => decisions[itemId] ?? (all ? 'keep' : undefined)
  const answers: Answer[] = []
  const toChange: string[] = []
  for (const itemId of items) {
    const decision = of(itemId)
    if (decision === 'change') toChange.push(itemId)
    else if (decision) answers.push({ itemId, decision })
  }
  return { answers, toChange }
}

/** The new terms of each row. */
export function changed({
  items,
  levels,
  ends = {},
}: Awaited<ReturnType<typeof changesValidator.validate>>): Answer[] {
  return items
    .filter((itemId) => isId(itemId) && levels[itemId])
    .map((itemId) => {
      const written = ends[itemId]
      const expiresAt = written ? endOf(written) : null
      return { itemId, decision: 'change', level: levels[itemId] as Level, expiresAt }
    })
}
