import { BaseSchema } from '@adonisjs/lucid/schema'

const shared = 'where folder_organization_id <> person_organization_id'

/**
 * What is asked when somebody looks back: what lay below a folder, when an account or an organization could not be used, and
 * what is or was shared between organizations, which is little among much.
 */
export default class extends BaseSchema {
  async up() {
    for (const side of ['folder', 'person']) {
      this.schema.raw(
        `create index folder_subscriptions_shared_by_${side}
         on folder_subscriptions (${side}_organization_id, id) ${shared}`
      )
    }
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
    for (const side of ['folder', 'person']) {
      this.schema.raw(`drop index folder_subscriptions_shared_by_${side}`)
    }
  }
}
