import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * What is asked when somebody looks back: what lay below a folder, when an account or an organization could not be used, and
 * what is shared between organizations, which is little among much.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('folder_subscriptions', (table) => {
      table.boolean('is_shared').notNullable().defaultTo(false)
    })
    this.schema.raw(
      `update folder_subscriptions set is_shared = true
       where (select organization_id from folders where folders.id = folder_subscriptions.folder_id) <>
             (select organization_id from accounts where accounts.id = folder_subscriptions.account_id)`
    )
    this.schema.raw(
      'create index folder_subscriptions_shared on folder_subscriptions (is_shared, account_id) where is_shared = true'
    )
    this.schema.alterTable('folder_places', (table) => table.index(['parent_id']))
    this.schema.alterTable('account_deactivations', (table) => table.index(['account_id']))
    this.schema.alterTable('organization_suspensions', (table) => table.index(['organization_id']))
  }

  async down() {
    this.schema.alterTable('organization_suspensions', (table) =>
      table.dropIndex(['organization_id'])
    )
    this.schema.alterTable('account_deactivations', (table) => table.dropIndex(['account_id']))
    this.schema.alterTable('folder_places', (table) => table.dropIndex(['parent_id']))
    this.schema.raw('drop index folder_subscriptions_shared')
    this.schema.alterTable('folder_subscriptions', (table) => table.dropColumn('is_shared'))
  }
}
