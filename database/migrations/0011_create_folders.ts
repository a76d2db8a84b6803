import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * The folder trees. `lineage` lists the ids from the root to the folder itself ("/a/b/c/"), so that what is
 * granted above is found without walking; the counters spare a count of the files.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('folders', (table) => {
      table.uuid('id').primary()
      table.uuid('organization_id').notNullable().references('organizations.id')
      table.uuid('parent_id').nullable().references('folders.id')
      table.uuid('owner_id').nullable().unique().references('accounts.id')
      table.string('name', 255).notNullable()
      table.string('name_key', 255).notNullable()
      table.string('lineage', 2000).notNullable()
      table.string('description', 500).nullable()
      table.boolean('is_drop_off').notNullable().defaultTo(false)
      table.integer('keep_days').nullable()
      table.integer('file_count').notNullable().defaultTo(0)
      table.bigInteger('size_bytes').notNullable().defaultTo(0)
      table.bigInteger('created_at').notNullable()
      table.index(['lineage'])
    })
    this.schema.raw(
      'create unique index folders_name_unique on folders (parent_id, name_key) where parent_id is not null'
    )
    this.schema.raw(
      'create unique index folders_root_unique on folders (organization_id, name_key) where parent_id is null and owner_id is null'
    )
  }

  async down() {
    this.schema.dropTable('folders')
  }
}
