import { BaseSchema } from '@adonisjs/lucid/schema'

/** That somebody has read an edition of an announcement and put it away. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('announcement_understandings', (table) => {
      table.uuid('id').primary()
      table.uuid('account_id').notNullable().references('accounts.id').onDelete('CASCADE')
      table.uuid('original_id').notNullable().references('announcements.id')
      table.uuid('announcement_id').notNullable().references('announcements.id')
      table.bigInteger('created_at').notNullable()
      table.unique(['account_id', 'original_id', 'announcement_id'])
    })
  }

  async down() {
    this.schema.dropTable('announcement_understandings')
  }
}
