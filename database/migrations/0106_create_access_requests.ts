import { BaseSchema } from '@adonisjs/lucid/schema'

/** Somebody asks an agency's liaisons for access to the service. Only the hash of the link to its state is kept. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('access_requests', (table) => {
      table.uuid('id').primary()
      table.uuid('organization_id').notNullable().references('organizations.id')
      table.uuid('account_id').nullable().references('accounts.id')
      table.string('full_name', 200).notNullable()
      table.string('email', 254).notNullable()
      table.string('phone', 60).nullable()
      table.string('title', 120).nullable()
      table.string('purpose', 1000).notNullable()
      table.string('hash', 64).notNullable().unique()
      table
        .string('status', 10)
        .notNullable()
        .defaultTo('pending')
        .checkIn(['pending', 'approved', 'declined', 'withdrawn', 'lapsed'])
      table.bigInteger('created_at').notNullable()
      table.bigInteger('decided_at').nullable()
      table.uuid('decided_by').nullable().references('accounts.id')
      table.string('because', 500).nullable()
      table.uuid('opened_account_id').nullable().references('accounts.id')
      table.bigInteger('reminded_at').nullable()
      table.bigInteger('escalated_at').nullable()
      table.index(['organization_id', 'status', 'id'])
    })
  }

  async down() {
    this.schema.dropTable('access_requests')
  }
}
