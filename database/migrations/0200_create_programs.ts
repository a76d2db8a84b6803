import { BaseSchema } from '@adonisjs/lucid/schema'

/** A program of an agency: that of which a quick reference tells. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('programs', (table) => {
      table.uuid('id').primary()
      table.uuid('organization_id').notNullable().references('organizations.id')
      table.string('name', 100).notNullable()
      table.string('name_key', 200).notNullable()
      table.bigInteger('created_at').notNullable()
      table.uuid('created_by').nullable().references('accounts.id')
      table.bigInteger('retired_at').nullable()
      table.uuid('retired_by').nullable().references('accounts.id')
      table.unique(['organization_id', 'name_key'])
    })
  }

  async down() {
    this.schema.dropTable('programs')
  }
}
