import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * An agency looks through who has access to its folders: once a quarter, or when a liaison wants to. At most one review is open at
 * a time. What is decided is counted, so that nobody counts the items.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('access_reviews', (table) => {
      table.uuid('id').primary()
      table.uuid('organization_id').notNullable().references('organizations.id')
      table.string('quarter', 7).nullable()
      table.bigInteger('created_at').notNullable()
      table.uuid('created_by').nullable().references('accounts.id')
      table.bigInteger('due_at').notNullable()
      table.integer('item_count').notNullable()
      table.integer('decided_count').notNullable().defaultTo(0)
      table.bigInteger('noticed_week_at').nullable()
      table.bigInteger('noticed_day_at').nullable()
      table.bigInteger('closed_at').nullable()
      table.unique(['organization_id', 'quarter'])
      table.index(['organization_id', 'id'])
    })
    this.schema.raw(
      'create unique index access_reviews_open on access_reviews (organization_id) where closed_at is null'
    )
  }

  async down() {
    this.schema.dropTable('access_reviews')
  }
}
