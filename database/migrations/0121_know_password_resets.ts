import { BaseSchema } from '@adonisjs/lucid/schema'

/** When somebody who keeps the account made its password void last: of two who do it at once, one is told. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('accounts', (table) => {
      table.bigInteger('password_reset_at').nullable()
    })
  }

  async down() {
    this.schema.alterTable('accounts', (table) => {
      table.dropColumn('password_reset_at')
    })
  }
}
