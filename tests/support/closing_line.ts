import type { NamedReporterContract } from '@japa/runner/types'

/** Prints `N passed, N failed` as the very last line, when the process ends: whatever went wrong by then counts. */
export const closing = (): NamedReporterContract => ({
  name: 'closing',
  handler(runner) {
    process.once('exit', (code) => {
      const { aggregates, hasError } = runner.getSummary()
      const outside = code !== 0 && !hasError ? 1 : 0
      const failed = aggregates.failed + (hasError && !aggregates.failed ? 1 : 0) + outside
      const skipped = aggregates.skipped ? `, ${aggregates.skipped} skipped` : ''
      process.stdout.write(`${aggregates.passed} passed, ${failed} failed${skipped}\n`)
    })
  },
})
