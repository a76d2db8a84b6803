import { BaseSchema } from '@adonisjs/lucid/schema'

/** Each run of a scheduled job. One row for a job and its time slot: whoever writes it first runs the job. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('job_runs', (table) => {
      table.uuid('id').primary()
      table.string('job', 60).notNullable()
      table.bigInteger('slot').notNullable()
      table.string('runner', 120).notNullable()
      table.bigInteger('created_at').notNullable()
      table.bigInteger('ended_at').nullable()
      table.string('outcome', 10).nullable().checkIn(['done', 'failed'])
      table.string('summary', 500).nullable()
      table.unique(['job', 'slot'])
    })
  }

  async down() {
    this.schema.dropTable('job_runs')
  }
}
