import { keepsFolders } from '#app/accounts/administration'
import type Account from '#app/accounts/account'
import { allowed, rule } from '#app/audit/decide'
import type EntryReport from '#app/support/freshness/reports/entry_report'
import { speaksOf } from '#app/support/freshness/people'
import type { Entry } from '#app/support/records/entry'
import type Program from '#app/support/records/program'

declare module '#app/audit/decide' {
  interface Actions {
    'quick_reference.verify': Program
    'confirmation.ask': Program
    'report.settle': EntryReport
    'entry.confirm': { entry: Entry }
  }
}

/** Whoever keeps a record says that it is right, asks others, and answers who says that it is not. */
rule('quick_reference.verify', (actor, program) => keepsFolders(actor, program.organizationId))
rule('confirmation.ask', (actor, program) => keepsFolders(actor, program.organizationId))
rule('report.settle', (actor, report) => keepsFolders(actor, report.organizationId))

/** What is said of a person is that person's to confirm, wherever it is said. */
rule('entry.confirm', (actor, { entry }) =>
  speaksOf(entry, actor as Account)
    ? allowed
    : {
        allowed: false,
        code: 'entry.unknown',
        sentence: 'No quick reference says this of you.',
        hidden: true,
      }
)
