import { BaseSchema } from '@adonisjs/lucid/schema'

/** The last number that a help request got. One row: whoever takes the next one holds it until that request is stored. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('help_request_numbers', (table) => {
      table.integer('id').primary().checkIn(['1'])
      table.integer('last').notNullable()
    })
    this.schema.raw('insert into help_request_numbers (id, last) values (1, 1000)')
  }

  async down() {
    this.schema.dropTable('help_request_numbers')
  }
}
