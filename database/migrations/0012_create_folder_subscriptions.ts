import { BaseSchema } from '@adonisjs/lucid/schema'

/** An account's access to a folder and what lies below it; ended, never erased. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('folder_subscriptions', (table) => {
      table.uuid('id').primary()
      table.uuid('folder_id').notNullable().references('folders.id')
      table.uuid('account_id').notNullable().references('accounts.id')
      table.string('level', 20).notNullable().checkIn(['viewer', 'contributor', 'manager'])
      table.uuid('granted_by').nullable().references('accounts.id')
      table.bigInteger('created_at').notNullable()
      table.bigInteger('expires_at').nullable()
      table.bigInteger('ended_at').nullable()
      table.uuid('ended_by').nullable().references('accounts.id')
      table.index(['account_id', 'ended_at'])
    })
    this.schema.raw(
      'create unique index folder_subscriptions_live on folder_subscriptions (folder_id, account_id) where ended_at is null'
    )
  }

  async down() {
    this.schema.dropTable('folder_subscriptions')
  }
}
