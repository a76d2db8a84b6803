import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * Somebody leaves: when, when access ended, and who takes over what. Planned ahead it waits for its hour; one account has at
 * most one that waits.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('departures', (table) => {
      table.uuid('id').primary()
      table.uuid('organization_id').notNullable().references('organizations.id')
      table.uuid('account_id').notNullable().references('accounts.id')
      table
        .string('status', 10)
        .notNullable()
        .defaultTo('planned')
        .checkIn(['planned', 'done', 'cancelled'])
      table.bigInteger('left_at').notNullable()
      table.string('note', 300).nullable()
      table.uuid('sponsor_heir_id').nullable().references('accounts.id')
      table.uuid('offers_heir_id').nullable().references('accounts.id')
      table.uuid('home_heir_id').nullable().references('accounts.id')
      table.integer('home_days').nullable()
      table.bigInteger('ended_before_at').nullable()
      table.boolean('sets_end').notNullable().defaultTo(false)
      table.bigInteger('created_at').notNullable()
      table.uuid('created_by').notNullable().references('accounts.id')
      table.bigInteger('access_ended_at').nullable()
      table.bigInteger('done_at').nullable()
      table.bigInteger('held_at').nullable()
      table.bigInteger('cancelled_at').nullable()
      table.uuid('cancelled_by').nullable().references('accounts.id')
      table.index(['organization_id', 'status', 'id'])
      table.index(['organization_id', 'access_ended_at'])
      table.index(['account_id'])
    })
    this.schema.raw(
      `create unique index departures_planned on departures (account_id) where status = 'planned'`
    )
    this.schema.raw(`create index departures_due on departures (left_at) where status = 'planned'`)
  }

  async down() {
    this.schema.dropTable('departures')
  }
}
