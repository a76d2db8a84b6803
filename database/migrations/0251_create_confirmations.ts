import { BaseSchema } from '@adonisjs/lucid/schema'

/** A contact was asked whether a quick reference says the right things of that person; the link is kept as a hash. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('confirmations', (table) => {
      table.uuid('id').primary()
      table.uuid('program_id').notNullable().references('programs.id')
      table.uuid('entry_id').notNullable()
      table.string('address', 254).notNullable()
      table.string('hash', 64).notNullable().unique()
      table.bigInteger('created_at').notNullable()
      table.uuid('asked_by').nullable().references('accounts.id')
      table.bigInteger('expires_at').notNullable()
      table.bigInteger('used_at').nullable()
      table.string('answer', 10).nullable().checkIn(['right', 'wrong'])
      table.index(['program_id', 'entry_id', 'created_at'])
      table.check('"answer" is null or "used_at" is not null')
    })
  }

  async down() {
    this.schema.dropTable('confirmations')
  }
}
