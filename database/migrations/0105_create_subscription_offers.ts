import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * Access across organizations needs two keys: the folder's liaison offers it, who speaks for the person's organization accepts
 * it. `named` is what the offering side typed; who that is, only the asked side sees.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('subscription_offers', (table) => {
      table.uuid('id').primary()
      table.uuid('folder_id').notNullable().references('folders.id')
      table.uuid('organization_id').notNullable().references('organizations.id')
      table.uuid('asked_organization_id').notNullable().references('organizations.id')
      table.string('named', 254).notNullable()
      table.string('named_key', 254).notNullable()
      table.string('full_name', 200).nullable()
      table.string('level', 20).notNullable().checkIn(['viewer', 'contributor', 'manager'])
      table.string('shown_as', 255).nullable()
      table.string('purpose', 500).notNullable()
      table.string('agreement_number', 100).nullable()
      table.bigInteger('expires_at').nullable()
      table
        .string('status', 10)
        .notNullable()
        .defaultTo('pending')
        .checkIn(['pending', 'accepted', 'declined', 'withdrawn', 'lapsed'])
      table.boolean('is_signed_by_sponsor').notNullable().defaultTo(false)
      table.bigInteger('created_at').notNullable()
      table.uuid('offered_by').notNullable().references('accounts.id')
      table.bigInteger('decided_at').nullable()
      table.uuid('decided_by').nullable().references('accounts.id')
      table.string('because', 500).nullable()
      table.uuid('account_id').nullable().references('accounts.id')
      table.uuid('subscription_id').nullable().references('folder_subscriptions.id')
      table.uuid('replaces_id').nullable().references('folder_subscriptions.id')
      table.bigInteger('reminded_at').nullable()
      table.bigInteger('escalated_at').nullable()
      table.index(['organization_id', 'status', 'id'])
      table.index(['asked_organization_id', 'status', 'id'])
      table.index(['subscription_id'])
    })
    this.schema.raw(
      `create unique index subscription_offers_pending on subscription_offers (folder_id, asked_organization_id, named_key)
       where status = 'pending'`
    )
  }

  async down() {
    this.schema.dropTable('subscription_offers')
  }
}
