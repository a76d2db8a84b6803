import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * How a folder's deletion ends that nobody took back: once `lapsed_at` is set nobody can, at `destroyed_at` the last of its bytes was
 * gone. The folders' rows stay, hidden for good: waybills and the record of who had access speak of them.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('folder_deletions', (table) => {
      table.uuid('organization_id').nullable().references('organizations.id')
      table.integer('folder_count').notNullable().defaultTo(1)
      table.integer('file_count').notNullable().defaultTo(0)
      table.bigInteger('size_bytes').notNullable().defaultTo(0)
      table.string('path', 300).notNullable().defaultTo('')
      table.bigInteger('lapsed_at').nullable()
      table.bigInteger('destroyed_at').nullable()
    })
    this.schema.raw(
      `update folder_deletions set organization_id =
         (select organization_id from folders where folders.id = folder_deletions.folder_id)`
    )
    this.schema.raw(
      `create index folder_deletions_open on folder_deletions (organization_id, created_at, id)
       where ended_at is null and lapsed_at is null`
    )
    this.schema.raw(
      `create index folder_deletions_left on folder_deletions (created_at)
       where ended_at is null and destroyed_at is null`
    )
  }

  async down() {
    this.schema.raw('drop index folder_deletions_left')
    this.schema.raw('drop index folder_deletions_open')
    this.schema.alterTable('folder_deletions', (table) => {
      for (const name of ['folder_count', 'file_count', 'size_bytes', 'path'])
        table.dropColumn(name)
      table.dropColumn('lapsed_at')
      table.dropColumn('destroyed_at')
    })
    this.schema.alterTable('folder_deletions', (table) => table.dropColumn('organization_id'))
  }
}
