import { BaseSchema } from '@adonisjs/lucid/schema'

/** That somebody was told how soon an outside person's account ends; once for each end and each of 30, 7 and 1 days. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('renewal_reminders', (table) => {
      table.uuid('id').primary()
      table.uuid('account_id').notNullable().references('accounts.id').onDelete('CASCADE')
      table.bigInteger('ends_at').notNullable()
      table.integer('days_before').notNullable()
      table.bigInteger('created_at').notNullable()
      table.unique(['account_id', 'ends_at', 'days_before'])
    })
  }

  async down() {
    this.schema.dropTable('renewal_reminders')
  }
}
