import EntryReport from '#app/support/freshness/reports/entry_report'
import type { Entry } from '#app/support/records/entry'
import { aProgram } from '#tests/support/grid/records'
import type { Cast, Lines } from '#tests/support/grid/line'

/** What is said of DOL's programs is its liaisons' to keep fresh. */
const keepers = {
  answers: {
    ada: 'liaison.only',
    lena: 'yes',
    otto: 'liaison.only',
    olga: 'organization.unknown',
  },
  byRole: { liaison: 'yes' },
} as const

async function aReport(cast: Cast) {
  const program = await aProgram(cast)
  const { id: programId, organizationId } = program
  const report = { programId, organizationId, entryName: 'Ada Adams', what: 'She moved.' }
  return EntryReport.create(report)
}

const adasEntry: Entry = {
  id: '00000000-0000-7000-8000-000000000001',
  kind: 'owner',
  fields: { email: { value: 'ADA@example.gov', audience: 'staff' } },
}

export const freshness = {
  'quick_reference.verify': { object: aProgram, ...keepers },
  'confirmation.ask': { object: aProgram, ...keepers },
  'report.settle': { object: aReport, ...keepers },
  'entry.confirm': {
    object: () => ({ entry: adasEntry }),
    answers: {
      ada: 'yes',
      lena: 'entry.unknown',
      otto: 'entry.unknown',
      olga: 'entry.unknown',
    },
  },
} satisfies Lines
