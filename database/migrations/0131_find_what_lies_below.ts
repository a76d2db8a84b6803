import { BaseSchema } from '@adonisjs/lucid/schema'

/** Everything below a folder begins with its lineage. Elsewhere than in SQLite the usual index does not compare byte by byte. */
export default class extends BaseSchema {
  async up() {
    const operators = this.db.dialect.name === 'postgres' ? ' text_pattern_ops' : ''
    this.schema.raw(`create index folders_by_lineage on folders (lineage${operators})`)
    this.schema.alterTable('folders', (table) => table.dropIndex(['lineage']))
  }

  async down() {
    this.schema.alterTable('folders', (table) => table.index(['lineage']))
    this.schema.raw('drop index folders_by_lineage')
  }
}
