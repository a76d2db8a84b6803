import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * A deleted folder takes along what lies below it, and comes back with it. Every folder below names the deletion that took
 * it, so that one deleted before stays deleted. A deleted folder's name is free.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('folder_deletions', (table) => {
      table.uuid('id').primary()
      table.uuid('folder_id').notNullable().references('folders.id')
      table.bigInteger('created_at').notNullable()
      table.uuid('created_by').nullable().references('accounts.id')
      table.bigInteger('ended_at').nullable()
      table.uuid('ended_by').nullable().references('accounts.id')
      table.index(['folder_id'])
    })
    this.schema.alterTable('folders', (table) => {
      table.uuid('deletion_id').nullable().references('folder_deletions.id')
      table.index(['deletion_id'])
    })
    this.schema.raw('drop index folders_name_unique')
    this.schema.raw(
      `create unique index folders_name_unique on folders (parent_id, name_key)
       where parent_id is not null and deletion_id is null`
    )
  }

  async down() {
    this.schema.raw('drop index folders_name_unique')
    this.schema.alterTable('folders', (table) => {
      table.dropIndex(['deletion_id'])
      table.dropColumn('deletion_id')
    })
    this.schema.dropTable('folder_deletions')
    this.schema.raw(
      'create unique index folders_name_unique on folders (parent_id, name_key) where parent_id is not null'
    )
  }
}
