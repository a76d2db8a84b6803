import { isSqlite } from '#app/shared/transaction'

/**
 * A column in a condition for which no index is tried. SQLite knows nothing of how much there is of what, and would rather begin
 * with all of an organization than with the few that another condition leads to. PostgreSQL knows, and is not to be misled.
 */
export const unindexed = (column: string) => (isSqlite() ? `coalesce(${column}, null)` : column)
