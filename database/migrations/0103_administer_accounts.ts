import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * What a liaison needs to keep accounts: who answers for an outside person, until when a first password holds, and how the
 * liaison wants to hear of requests.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('accounts', (table) => {
      table.uuid('sponsor_id').nullable().references('accounts.id')
      table.bigInteger('password_expires_at').nullable()
      table.string('request_notices', 10).notNullable().defaultTo('at_once')
      table.index(['sponsor_id'])
    })
    this.schema.alterTable('throttles', (table) => {
      table.uuid('account_id').nullable()
      table.index(['account_id'])
    })
  }

  async down() {
    this.schema.alterTable('throttles', (table) => {
      table.dropIndex(['account_id'])
      table.dropColumn('account_id')
    })
    this.schema.alterTable('accounts', (table) => {
      table.dropIndex(['sponsor_id'])
      table.dropColumn('sponsor_id')
      table.dropColumn('password_expires_at')
      table.dropColumn('request_notices')
    })
  }
}
