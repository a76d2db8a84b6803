import { BaseSchema } from '@adonisjs/lucid/schema'

/** One thing that a departed person had, and what became of it: the lines of the record. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('departure_items', (table) => {
      table.uuid('id').primary()
      table.uuid('departure_id').notNullable().references('departures.id')
      table.string('kind', 30).notNullable()
      table.uuid('subject_id').nullable()
      table.string('name', 500).notNullable()
      table.string('outcome', 500).notNullable()
      table.uuid('organization_id').nullable().references('organizations.id')
      table.bigInteger('since').nullable()
      table.bigInteger('created_at').notNullable()
      table.index(['departure_id', 'id'])
    })
  }

  async down() {
    this.schema.dropTable('departure_items')
  }
}
