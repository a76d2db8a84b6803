import { BaseSchema } from '@adonisjs/lucid/schema'

/** Somebody asks for help: who, with what, how urgent, with whom it lies, and until when that one may take. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('help_requests', (table) => {
      table.uuid('id').primary()
      table.integer('number').notNullable().unique()
      table.uuid('organization_id').notNullable().references('organizations.id')
      table.uuid('account_id').notNullable().references('accounts.id')
      table.uuid('filed_by').notNullable().references('accounts.id')
      table.string('doing', 500).nullable()
      table.string('happened', 2000).notNullable()
      table.string('urgency', 10).notNullable().checkIn(['question', 'problem', 'incident'])
      table.string('reach', 200).nullable()
      table.string('status', 10).notNullable().checkIn(['open', 'answered', 'solved', 'closed'])
      table
        .string('lies_with', 10)
        .notNullable()
        .checkIn(['liaison', 'alternate', 'help_desk', 'operator'])
      table.bigInteger('created_at').notNullable()
      table.bigInteger('waits_since').notNullable()
      table.bigInteger('remind_at').nullable()
      table.bigInteger('pass_on_at').nullable()
      table.bigInteger('answered_at').nullable()
      table.uuid('answered_by').nullable().references('accounts.id')
      table.bigInteger('ended_at').nullable()
      table.uuid('ended_by').nullable().references('accounts.id')
      table.check(
        `(status in ('solved', 'closed')) = (ended_at is not null and ended_by is not null)`,
        {},
        'help_requests_ended'
      )
      table.index(['account_id', 'id'])
      table.index(['organization_id', 'status', 'lies_with', 'waits_since', 'id'], 'help_waiting')
      table.index(['organization_id', 'id'])
      table.index(['status', 'lies_with', 'id'])
      table.index(['remind_at'])
      table.index(['pass_on_at'])
    })
  }

  async down() {
    this.schema.dropTable('help_requests')
  }
}
