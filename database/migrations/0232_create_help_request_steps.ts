import { BaseSchema } from '@adonisjs/lucid/schema'

/** What happened to a help request, by whom and when. Nobody's hand in `by_id`: the service itself passed it on. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('help_request_steps', (table) => {
      table.uuid('id').primary()
      table.uuid('help_request_id').notNullable().references('help_requests.id')
      table
        .string('kind', 10)
        .notNullable()
        .checkIn(['note', 'internal', 'passed', 'solved', 'closed', 'reopened'])
      table.uuid('by_id').nullable().references('accounts.id')
      table.string('body', 2000).nullable()
      table.string('passed_from', 10).nullable()
      table.string('passed_to', 10).nullable()
      table.bigInteger('created_at').notNullable()
      table.check(
        `(kind = 'passed') = (passed_from is not null and passed_to is not null)`,
        {},
        'help_request_steps_passed'
      )
      table.index(['help_request_id', 'id'])
    })
  }

  async down() {
    this.schema.dropTable('help_request_steps')
  }
}
