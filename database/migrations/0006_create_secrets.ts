import { BaseSchema } from '@adonisjs/lucid/schema'

/** Temporary secrets: only their hash is kept, each is for one purpose and one account, and is used once. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('secrets', (table) => {
      table.uuid('id').primary()
      table.uuid('account_id').notNullable().references('accounts.id').onDelete('CASCADE')
      table.string('purpose', 30).notNullable()
      table.string('hash', 64).notNullable().unique()
      table.bigInteger('created_at').notNullable()
      table.bigInteger('expires_at').notNullable()
      table.bigInteger('used_at').nullable()
      table.index(['account_id', 'purpose'])
    })
  }

  async down() {
    this.schema.dropTable('secrets')
  }
}
