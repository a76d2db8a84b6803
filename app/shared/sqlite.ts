import type { Database, Statement } from 'sqlite3'

type Done = (this: Statement, error: Error | null, ...rest: unknown[]) => void

const pragmas = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA foreign_keys = ON;
  PRAGMA busy_timeout = 2000;
  PRAGMA cache_size = -16000;
`

/** So many statements stay prepared on each connection; the ones that were not asked for longest go first. */
const atMost = 200

/**
 * Readies each SQLite connection (security rule 36). A transaction takes the write lock when it begins:
 * one that first reads and then writes would fail at once with SQLITE_BUSY_SNAPSHOT, whatever the time-out.
 */
export function prepareSqlite(
  connection: Database,
  done: (error: Error | null, c: Database) => void
) {
  const statements = new Statements(connection)
  for (const method of ['run', 'all'] as const) {
    const prepared = (sql: string, values: unknown, told: Done) =>
      statements.use(method, sql === 'BEGIN;' ? 'BEGIN IMMEDIATE;' : sql, values, told)
    Object.assign(connection, { [method]: prepared })
  }
  const close = connection.close.bind(connection)
  connection.close = (told) => {
    statements.forget()
    close(told)
  }
  connection.exec(pragmas, (error) => done(error, connection))
}

/** The driver prepares each statement anew, which takes as long as most of them run. A connection does one thing at a time. */
class Statements {
  #prepared = new Map<string, Statement>()

  constructor(readonly connection: Database) {}

  use(method: 'run' | 'all', sql: string, values: unknown, told: Done) {
    const drop = () => this.#drop(sql)
    const statement = this.#take(sql, told)
    const answered: Done = function (error, ...rest) {
      /** What failed half-way would hold its locks until it is asked again. */
      if (error) drop()
      told.call(this, error, ...rest)
    }
    statement[method](values, answered)
  }

  forget() {
    for (const sql of this.#prepared.keys()) this.#drop(sql)
  }

  /** Whoever asks hears of a statement that cannot be prepared from here; then it never runs. */
  #take(sql: string, told: Done) {
    const failed = (error: Error | null) => {
      if (!error) return
      this.#prepared.delete(sql)
      told.call(statement, error)
    }
    const statement = this.#prepared.get(sql) ?? this.connection.prepare(sql, failed)
    this.#prepared.delete(sql)
    this.#prepared.set(sql, statement)
    if (this.#prepared.size > atMost) this.#drop(this.#prepared.keys().next().value!)
    return statement
  }

  #drop(sql: string) {
    this.#prepared.get(sql)?.finalize()
    this.#prepared.delete(sql)
  }
}
