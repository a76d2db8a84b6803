import { BaseSchema } from '@adonisjs/lucid/schema'

/** What became of the last mail to an address. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('messages', (table) => {
      table.index(['address', 'id'], 'messages_by_address')
    })
  }

  async down() {
    this.schema.alterTable('messages', (table) => {
      table.dropIndex(['address', 'id'], 'messages_by_address')
    })
  }
}
