import type Account from '#app/accounts/account'
import type { Trx } from '#app/shared/transaction'
import { keep, onDraft } from '#app/support/records/draft'
import type { Entry } from '#app/support/records/entry'
import { isSame } from '#app/support/records/entry_check'
import type Program from '#app/support/records/program'
import type QuickReference from '#app/support/records/quick_reference'

/** Puts many at once, as an import does: all of them, or none. */
export function addEntries(by: Account, program: Program, added: Entry[], outer?: Trx) {
  const work = async (draft: QuickReference, trx: Trx) => {
    for (const after of added) {
      const entries = [...draft.entries, after]
      await keep(by, program, draft, { after, entries, isTakenOver: true }, trx)
    }
  }
  return onDraft(by, program, work, outer)
}

/** Makes the draft say all of this: what is new, different or gone is a change each. All of it, or nothing. */
export function replaceEntries(by: Account, program: Program, wanted: Entry[], outer?: Trx) {
  const work = async (draft: QuickReference, trx: Trx) => {
    const taken = { entries: wanted, isTakenOver: true }
    const had = new Map(draft.entries.map((entry) => [entry.id, entry]))
    const gone = draft.entries.filter(({ id }) => !wanted.some((entry) => entry.id === id))
    for (const before of gone) await keep(by, program, draft, { before, ...taken }, trx)
    for (const after of wanted) {
      const before = had.get(after.id)
      if (before && isSame(before.fields, after.fields)) continue
      await keep(by, program, draft, { before, after, ...taken }, trx)
    }
  }
  return onDraft(by, program, work, outer)
}
