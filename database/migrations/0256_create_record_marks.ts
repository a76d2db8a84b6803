import { BaseSchema } from '@adonisjs/lucid/schema'

/** How bad each published quick reference is, so that a list can begin with the worst: counted anew by a job. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('record_marks', (table) => {
      table.uuid('program_id').primary().references('programs.id').onDelete('CASCADE')
      table.integer('weight').notNullable()
      table.bigInteger('counted_at').notNullable()
      table.index(['weight', 'program_id'])
    })
  }

  async down() {
    this.schema.dropTable('record_marks')
  }
}
