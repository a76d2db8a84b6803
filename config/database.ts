import env from '#start/env'
import service from '#config/service'
import { defineConfig } from '@adonisjs/lucid'
import { join } from 'node:path'
import pg from 'pg'
import { prepareSqlite } from '#app/shared/sqlite'

/** Instants and sizes are bigint columns; both fit a JavaScript number (safe up to 2^53). */
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
/** The same for sum() and count(), which PostgreSQL widens to numeric. */
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number)

const migrations = { naturalSort: true, paths: ['database/migrations'] }
const schemaGeneration = {
  enabled: env.get('NODE_ENV') === 'development',
  rulesPaths: ['./database/schema_rules.js'],
  /** Virtual tables with tables of their own, and what no model reads. */
  excludeTables: [
    ...['names', 'name_parts', 'name_parts_config', 'name_parts_data', 'name_parts_idx'].map(
      (part) => `file_${part}`
    ),
    ...['index', 'index_config', 'index_data', 'index_docsize', 'index_idx', 'slips'].map(
      (part) => `lookup_${part}`
    ),
  ],
}

export default defineConfig({
  connection: env.get('DB_CONNECTION', 'sqlite'),
  connections: {
    sqlite: {
      client: 'sqlite3',
      connection: { filename: join(service.storagePath, 'waybill.sqlite3') },
      useNullAsDefault: true,
      pool: { min: 1, max: 4, afterCreate: prepareSqlite },
      migrations,
      schemaGeneration,
      seeders: { paths: ['database/seeders'] },
    },
    postgres: {
      client: 'pg',
      connection: { connectionString: env.get('DATABASE_URL') },
      pool: { min: 1, max: 10 },
      migrations,
      schemaGeneration: { ...schemaGeneration, enabled: false },
      seeders: { paths: ['database/seeders'] },
    },
  },
})
