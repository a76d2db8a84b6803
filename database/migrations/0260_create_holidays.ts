import { BaseSchema } from '@adonisjs/lucid/schema'

/** Days that are holidays for the whole service, or for one agency beside them. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('holidays', (table) => {
      table.uuid('id').primary()
      table.uuid('organization_id').nullable().references('organizations.id')
      table.string('day', 10).notNullable()
      table.string('name', 100).notNullable()
      table.bigInteger('created_at').notNullable()
      table.uuid('created_by').nullable().references('accounts.id')
      table.unique(['organization_id', 'day'])
    })
    this.schema.raw(
      'create unique index holidays_of_the_service on holidays (day) where organization_id is null'
    )
  }

  async down() {
    this.schema.dropTable('holidays')
  }
}
