import { BaseSchema } from '@adonisjs/lucid/schema'

/** Somebody named in an agency's quick references cannot be reached for a while. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('absences', (table) => {
      table.uuid('id').primary()
      table.uuid('organization_id').notNullable().references('organizations.id')
      table.string('name', 200).notNullable()
      table.string('email', 254).nullable()
      table.bigInteger('from_at').notNullable()
      table.bigInteger('until_at').notNullable()
      table.bigInteger('created_at').notNullable()
      table.uuid('created_by').nullable().references('accounts.id')
      table.bigInteger('cancelled_at').nullable()
      table.uuid('cancelled_by').nullable().references('accounts.id')
      table.index(['organization_id', 'until_at'])
      table.check('from_at < until_at')
    })
  }

  async down() {
    this.schema.dropTable('absences')
  }
}
