import { BaseSchema } from '@adonisjs/lucid/schema'

/** Which accounts an import opened, and which subscription it started for each: what an undo takes back. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('imported_accounts', (table) => {
      table.uuid('id').primary()
      table.uuid('import_id').notNullable().references('account_imports.id')
      table.uuid('account_id').notNullable().unique().references('accounts.id')
      table.uuid('subscription_id').nullable().references('folder_subscriptions.id')
      table.string('username', 100).notNullable()
      table.integer('line').notNullable()
      table.string('undo', 12).nullable().checkIn(['retired', 'deactivated', 'kept'])
      table.bigInteger('created_at').notNullable()
      table.index(['import_id', 'line'])
    })
  }

  async down() {
    this.schema.dropTable('imported_accounts')
  }
}
