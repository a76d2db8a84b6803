import { BaseSchema } from '@adonisjs/lucid/schema'

/** What somebody sent after the session had ended, until the same person signs in again or it is too old. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('kept_forms', (table) => {
      table.uuid('session_id').primary().references('account_sessions.id').onDelete('CASCADE')
      table.text('path').notNullable()
      table.text('typed').nullable()
      table.bigInteger('created_at').notNullable().index()
    })
  }

  async down() {
    this.schema.dropTable('kept_forms')
  }
}
