import { BaseSchema } from '@adonisjs/lucid/schema'

/** Somebody says that something in a quick reference is wrong, until a liaison settles it. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('entry_reports', (table) => {
      table.uuid('id').primary()
      table.uuid('program_id').notNullable().references('programs.id')
      table.uuid('organization_id').notNullable().references('organizations.id')
      table.uuid('entry_id').nullable()
      table.string('entry_name', 250).notNullable()
      table.text('what').notNullable()
      table.uuid('account_id').nullable().references('accounts.id')
      table.string('name', 200).nullable()
      table.string('email', 254).nullable()
      table.bigInteger('created_at').notNullable()
      table.bigInteger('settled_at').nullable()
      table.uuid('settled_by').nullable().references('accounts.id')
      table.string('outcome', 10).nullable().checkIn(['mended', 'was_right'])
      table.string('answer', 1000).nullable()
      table.index(['program_id', 'id'])
      table.index(['organization_id', 'settled_at', 'created_at', 'id'])
      table.check('("settled_at" is null) = ("outcome" is null)')
    })
  }

  async down() {
    this.schema.dropTable('entry_reports')
  }
}
