import { BaseSchema } from '@adonisjs/lucid/schema'

/** One sign-in of one person on one device, from start to end: what is ended here is over everywhere. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('account_sessions', (table) => {
      table.uuid('id').primary()
      table.uuid('account_id').notNullable().references('accounts.id').onDelete('CASCADE')
      table.string('address', 45).notNullable()
      table.string('device', 300).notNullable()
      table.bigInteger('created_at').notNullable()
      table.bigInteger('last_seen_at').notNullable()
      table.bigInteger('ended_at').nullable()
      table.uuid('ended_by').nullable().references('accounts.id')
      table.string('ended_because', 30).nullable()
      table.index(['account_id', 'ended_at'])
    })
  }

  async down() {
    this.schema.dropTable('account_sessions')
  }
}
