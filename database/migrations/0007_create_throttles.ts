import { BaseSchema } from '@adonisjs/lucid/schema'

/** How often something failed lately and from when it may be tried again; limits survive a restart. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('throttles', (table) => {
      table.string('id', 200).primary()
      table.integer('failures').notNullable()
      table.bigInteger('last_failed_at').notNullable().index()
      table.bigInteger('open_at').notNullable()
    })
  }

  async down() {
    this.schema.dropTable('throttles')
  }
}
