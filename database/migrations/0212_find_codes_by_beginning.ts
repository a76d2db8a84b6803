import { BaseSchema } from '@adonisjs/lucid/schema'

/** A code is also found by its first signs. PostgreSQL needs an index that compares to the byte; SQLite's own does. */
export default class extends BaseSchema {
  async up() {
    if (this.db.dialect.name !== 'postgres') return
    this.schema.raw('create index files_by_code on files (code collate "C")')
  }

  async down() {
    if (this.db.dialect.name !== 'postgres') return
    this.schema.raw('drop index files_by_code')
  }
}
