import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * One subscription in a review, at its place in the list: what was decided about it, by whom and when. `suspended` is what nobody
 * confirmed in time, `skipped` what was over or changed before anybody decided.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('access_review_items', (table) => {
      table.uuid('id').primary()
      table.uuid('review_id').notNullable().references('access_reviews.id')
      table.integer('position').notNullable()
      table.uuid('subscription_id').notNullable().references('folder_subscriptions.id')
      table
        .string('decision', 10)
        .nullable()
        .checkIn(['keep', 'change', 'end', 'skipped', 'suspended'])
      table.bigInteger('decided_at').nullable()
      table.uuid('decided_by').nullable().references('accounts.id')
      table.bigInteger('restored_at').nullable()
      table.uuid('restored_by').nullable().references('accounts.id')
      table.unique(['review_id', 'position'])
      table.unique(['review_id', 'subscription_id'])
      table.index(['subscription_id'])
    })
    this.schema.raw(
      'create index access_review_items_open on access_review_items (review_id, position) where decision is null'
    )
    this.schema.raw(
      `create index access_review_items_suspended on access_review_items (review_id, position)
       where decision = 'suspended'`
    )
  }

  async down() {
    this.schema.dropTable('access_review_items')
  }
}
