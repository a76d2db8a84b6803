/**
 * What the database says when it has no time now: SQLite's writer is busy, PostgreSQL has no connection left, is
 * starting or stopping, or could not bring transactions into an order even after several tries.
 */
const codes = new Set([
  'SQLITE_BUSY',
  'SQLITE_LOCKED',
  '40001',
  '40P01',
  '53300',
  '57P01',
  '57P02',
  '57P03',
  '08001',
  '08006',
])

/** Whether an error means "not now" (security rule 36): the same thing may well be done in a moment. */
export function isBusy(error: unknown) {
  const { code, name } = Object(error) as { code?: string; name?: string }
  return codes.has(code ?? '') || name === 'KnexTimeoutError'
}
