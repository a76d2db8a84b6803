import { BaseSchema } from '@adonisjs/lucid/schema'

/** The outbox: what was promised to be sent, written with what it speaks of, delivered by a worker. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('messages', (table) => {
      table.uuid('id').primary()
      table.string('kind', 60).notNullable()
      table.uuid('account_id').nullable().references('accounts.id')
      table.string('address', 254).nullable()
      table.text('payload').notNullable()
      table
        .string('status', 10)
        .notNullable()
        .defaultTo('queued')
        .checkIn(['queued', 'sending', 'sent', 'failed'])
      table.integer('tries').notNullable().defaultTo(0)
      table.bigInteger('due_at').notNullable()
      table.bigInteger('sent_at').nullable()
      table.string('subject_line', 300).nullable()
      table.string('failure', 500).nullable()
      table.bigInteger('created_at').notNullable()
      table.index(['status', 'due_at'])
    })
  }

  async down() {
    this.schema.dropTable('messages')
  }
}
