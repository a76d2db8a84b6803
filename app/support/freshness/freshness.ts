import type Account from '#app/accounts/account'
import { permit } from '#app/audit/decide'
import { now } from '#app/shared/clock'
import { findingsOf } from '#app/support/freshness/checks'
import { isOneAddress } from '#app/messages/tell'
import { markOf } from '#app/support/freshness/completeness'
import { contextsFor } from '#app/support/freshness/context'
import { isContact } from '#app/support/freshness/people'
import EntryReport from '#app/support/freshness/reports/entry_report'
import { said } from '#app/support/records/entry'
import type Program from '#app/support/records/program'

/** How whole and how fresh a record is, for who keeps it: of the draft, if there is one. */
export async function freshnessOf(by: Account, program: Program) {
  await permit(by, 'program.keep', program)
  const [draft, published] = [await program.draft(), await program.published()]
  const entries = (draft ?? published)?.entries ?? []
  const { organizationId } = program
  const records = [{ programId: program.id, organizationId, entries }]
  const contexts = await contextsFor(records, now())
  const context = contexts.get(program.id)!
  const contacts = published?.entries.filter(isContact) ?? []
  return {
    mark: markOf(entries),
    findings: findingsOf(entries, context),
    standing: context.standing,
    isStale: context.standing !== undefined && context.standing.staleAt <= context.asOf,
    verified: context.verified,
    openReports: await EntryReport.countOpen(program.id),
    /** Whoever can be asked by mail whether it is right. */
    askable: new Set(
      contacts.filter((one) => isOneAddress(said(one, 'email'))).map(({ id }) => id)
    ),
    isReviewable: published !== null && !draft && !program.isRetired,
  }
}

export type Freshness = Awaited<ReturnType<typeof freshnessOf>>
