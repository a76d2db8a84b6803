/** The part of a `sqlite3` connection that is touched before the pool hands it out. */
type Connection = {
  exec(sql: string, done: (error: Error | null) => void): void
  run(sql: string, ...rest: unknown[]): unknown
  all(sql: string, ...rest: unknown[]): unknown
}

const pragmas = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA foreign_keys = ON;
  PRAGMA busy_timeout = 2000;
  PRAGMA cache_size = -16000;
`

/**
 * Readies each SQLite connection (security rule 36). A transaction takes the write lock when it begins:
 * one that first reads and then writes would fail at once with SQLITE_BUSY_SNAPSHOT, whatever the time-out.
 */
export function prepareSqlite(
  connection: Connection,
  done: (error: Error | null, c: Connection) => void
) {
  for (const method of ['run', 'all'] as const) {
    const original = connection[method].bind(connection)
    connection[method] = (sql: string, ...rest: unknown[]) =>
      original(sql === 'BEGIN;' ? 'BEGIN IMMEDIATE;' : sql, ...rest)
  }
  connection.exec(pragmas, (error) => done(error, connection))
}
