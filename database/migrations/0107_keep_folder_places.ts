import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * Under which folder a folder stood, from when until when: what its place gave access to on any day can be told after it
 * was moved. Folders that are there already have stood where they stand since they were made.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('folder_places', (table) => {
      table.uuid('id').primary()
      table.uuid('folder_id').notNullable().references('folders.id')
      table.uuid('parent_id').nullable().references('folders.id')
      table.bigInteger('created_at').notNullable()
      table.bigInteger('ended_at').nullable()
      table.index(['folder_id'])
    })
    this.schema.raw(
      'create unique index folder_places_live on folder_places (folder_id) where ended_at is null'
    )
    this.schema.raw(
      'insert into folder_places (id, folder_id, parent_id, created_at) select id, id, parent_id, created_at from folders'
    )
  }

  async down() {
    this.schema.dropTable('folder_places')
  }
}
