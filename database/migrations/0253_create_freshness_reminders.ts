import { BaseSchema } from '@adonisjs/lucid/schema'

/** What was told of a record that turns stale: each step once for each time at which it does. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('freshness_reminders', (table) => {
      table.uuid('id').primary()
      table.uuid('program_id').notNullable().references('programs.id')
      table.bigInteger('stale_at').notNullable()
      table.integer('step').notNullable()
      table.bigInteger('created_at').notNullable()
      table.unique(['program_id', 'stale_at', 'step'])
      table.check('"step" between 1 and 3')
    })
  }

  async down() {
    this.schema.dropTable('freshness_reminders')
  }
}
