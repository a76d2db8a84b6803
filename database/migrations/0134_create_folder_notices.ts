import { BaseSchema } from '@adonisjs/lucid/schema'

/** When a person was last told that files had arrived in a folder, and up to which instant. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('folder_notices', (table) => {
      table.uuid('id').primary()
      table.uuid('folder_id').notNullable().references('folders.id')
      table.uuid('account_id').notNullable().references('accounts.id').onDelete('CASCADE')
      table.bigInteger('created_at').notNullable()
      table.bigInteger('told_at').notNullable()
      table.bigInteger('told_until').notNullable()
      table.unique(['folder_id', 'account_id'])
    })
  }

  async down() {
    this.schema.dropTable('folder_notices')
  }
}
