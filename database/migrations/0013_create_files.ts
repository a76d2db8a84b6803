import { BaseSchema } from '@adonisjs/lucid/schema'

/** What lies in a folder under one name: the listing's row. Its bytes belong to its versions. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('files', (table) => {
      table.uuid('id').primary()
      table.uuid('folder_id').notNullable().references('folders.id')
      table.string('code', 20).notNullable().unique()
      table.string('name', 255).notNullable()
      table.string('name_key', 510).notNullable()
      table.bigInteger('size_bytes').notNullable()
      table.string('sha256', 64).notNullable()
      table.integer('version_number').notNullable().defaultTo(1)
      table.uuid('sender_id').notNullable().references('accounts.id')
      table.bigInteger('created_at').notNullable()
      table.bigInteger('received_at').notNullable()
      table.bigInteger('purge_at').notNullable()
      table.bigInteger('deleted_at').nullable()
      table.uuid('deleted_by').nullable().references('accounts.id')
      table.bigInteger('destroyed_at').nullable()
      table.uuid('destroyed_by').nullable().references('accounts.id')
      table.index(['sender_id', 'id'])
    })
    const collation = this.db.dialect.name === 'postgres' ? ' collate "C"' : ''
    const live = 'where deleted_at is null'
    this.schema.raw(
      `create unique index files_name_unique on files (folder_id, name_key${collation}) ${live}`
    )
    for (const order of ['size_bytes', 'received_at', 'purge_at']) {
      this.schema.raw(`create index files_by_${order} on files (folder_id, ${order}, id) ${live}`)
    }
    this.schema.raw(
      `create index files_of_sender on files (folder_id, sender_id, name_key${collation}) ${live}`
    )
    this.schema.raw(
      'create index files_deleted on files (folder_id, deleted_at, id) where deleted_at is not null and destroyed_at is null'
    )
    this.schema.raw(
      'create index files_forgotten on files (deleted_at) where deleted_at is not null and destroyed_at is null'
    )
  }

  async down() {
    this.schema.dropTable('files')
  }
}
