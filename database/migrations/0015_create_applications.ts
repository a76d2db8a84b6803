import { BaseSchema } from '@adonisjs/lucid/schema'

/** What organizations subscribe to. Secure File Transfer is the built-in one. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('applications', (table) => {
      table.uuid('id').primary()
      table.string('key', 40).notNullable().unique()
      table.string('name', 120).notNullable()
      table.string('description', 500).nullable()
      table.bigInteger('created_at').notNullable()
    })
    this.schema.createTable('application_subscriptions', (table) => {
      table.uuid('id').primary()
      table.uuid('organization_id').notNullable().references('organizations.id')
      table.uuid('application_id').notNullable().references('applications.id')
      table.uuid('requested_by').nullable().references('accounts.id')
      table.bigInteger('created_at').notNullable()
      table.uuid('approved_by').nullable().references('accounts.id')
      table.bigInteger('approved_at').nullable()
      table.bigInteger('ended_at').nullable()
    })
    this.schema.raw(
      'create unique index application_subscriptions_live on application_subscriptions (organization_id, application_id) where ended_at is null'
    )
  }

  async down() {
    this.schema.dropTable('application_subscriptions')
    this.schema.dropTable('applications')
  }
}
