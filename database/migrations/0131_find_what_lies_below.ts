import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * Everything below a folder begins with its lineage. Elsewhere than in SQLite the usual index does not compare byte by byte; and
 * SQLite would rather read all folders that are not deleted, if it had an index of them.
 */
export default class extends BaseSchema {
  async up() {
    const operators = this.db.dialect.name === 'postgres' ? ' text_pattern_ops' : ''
    this.schema.raw(`create index folders_by_lineage on folders (lineage${operators})`)
    this.schema.raw(
      'create index folders_by_deletion on folders (deletion_id) where deletion_id is not null'
    )
    this.schema.alterTable('folders', (table) => {
      table.dropIndex(['lineage'])
      table.dropIndex(['deletion_id'])
    })
  }

  async down() {
    this.schema.alterTable('folders', (table) => {
      table.index(['lineage'])
      table.index(['deletion_id'])
    })
    this.schema.raw('drop index folders_by_deletion')
    this.schema.raw('drop index folders_by_lineage')
  }
}
