import { BaseSchema } from '@adonisjs/lucid/schema'

/** What the web door remembers between two pages of a signed-in person: messages, what was typed, the form token. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('session_bags', (table) => {
      table.uuid('id').primary()
      table.text('payload').notNullable()
      table.bigInteger('touched_at').notNullable().index()
    })
  }

  async down() {
    this.schema.dropTable('session_bags')
  }
}
