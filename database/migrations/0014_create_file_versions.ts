import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * The bytes that once stood under a file's name. A version that ASCII mode converted keeps the bytes
 * as they came, too. A key is null when its bytes were destroyed.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('file_versions', (table) => {
      table.uuid('id').primary()
      table.uuid('file_id').notNullable().references('files.id')
      table.integer('number').notNullable()
      table.string('blob_key', 120).nullable().unique()
      table.bigInteger('size_bytes').notNullable()
      table.string('sha256', 64).notNullable()
      table.string('transfer_mode', 10).notNullable().checkIn(['binary', 'ascii'])
      table.integer('line_endings_changed').notNullable().defaultTo(0)
      table.boolean('is_text').notNullable().defaultTo(false)
      table.string('original_blob_key', 120).nullable().unique()
      table.bigInteger('original_size_bytes').nullable()
      table.string('original_sha256', 64).nullable()
      table.uuid('sender_id').notNullable().references('accounts.id')
      table.bigInteger('created_at').notNullable()
      table.unique(['file_id', 'number'])
    })
  }

  async down() {
    this.schema.dropTable('file_versions')
  }
}
