import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * What arrived whole after its sender's session had ended: in nobody's folder until the person says so at the next
 * sign-in. A key is null once the bytes became a file's, or were destroyed.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('held_uploads', (table) => {
      table.uuid('id').primary()
      table.uuid('account_id').notNullable().references('accounts.id').onDelete('CASCADE')
      table.uuid('folder_id').notNullable().references('folders.id')
      table.string('name', 255).notNullable()
      table.string('blob_key', 120).nullable().unique()
      table.bigInteger('size_bytes').notNullable()
      table.string('sha256', 64).notNullable()
      table.string('transfer_mode', 10).notNullable().checkIn(['binary', 'ascii'])
      table.integer('line_endings_changed').notNullable().defaultTo(0)
      table.boolean('is_text').notNullable().defaultTo(false)
      table.string('original_blob_key', 120).nullable().unique()
      table.bigInteger('original_size_bytes').nullable()
      table.string('original_sha256', 64).nullable()
      table.bigInteger('created_at').notNullable()
      table.bigInteger('settled_at').nullable()
      table.string('outcome', 10).nullable().checkIn(['kept', 'discarded', 'expired'])
      table.index(['account_id', 'settled_at'])
      table.index(['settled_at', 'created_at'])
    })
  }

  async down() {
    this.schema.dropTable('held_uploads')
  }
}
