import { BaseSchema } from '@adonisjs/lucid/schema'

/** Lists and jobs of a service with many subscriptions begin at what they look for: an agency's folders, what waits, what ends. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('folders', (table) => {
      table.index(['organization_id', 'name_key', 'id'])
    })
    this.schema.raw(
      `create index subscription_offers_waiting on subscription_offers (created_at) where status = 'pending'`
    )
    this.schema.raw(
      `create index subscription_offers_replacing on subscription_offers (replaces_id) where status = 'pending'`
    )
    this.schema.raw(
      `create index folder_subscriptions_ending on folder_subscriptions (expires_at, id)
       where ended_at is null and expires_at is not null`
    )
  }

  async down() {
    this.schema.raw('drop index folder_subscriptions_ending')
    this.schema.raw('drop index subscription_offers_replacing')
    this.schema.raw('drop index subscription_offers_waiting')
    this.schema.alterTable('folders', (table) => {
      table.dropIndex(['organization_id', 'name_key', 'id'])
    })
  }
}
