import { BaseSchema } from '@adonisjs/lucid/schema'

/** What came to an organization's folders and went from them on each day that is over, counted once. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('transfer_days', (table) => {
      table.uuid('id').primary()
      table.uuid('organization_id').notNullable().references('organizations.id')
      table.bigInteger('begins_at').notNullable()
      table.integer('received_files').notNullable()
      table.bigInteger('received_bytes').notNullable()
      table.integer('downloads').notNullable()
      table.integer('views').notNullable()
      table.unique(['organization_id', 'begins_at'])
    })
  }

  async down() {
    this.schema.dropTable('transfer_days')
  }
}
