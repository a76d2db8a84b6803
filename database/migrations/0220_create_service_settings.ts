import { BaseSchema } from '@adonisjs/lucid/schema'

/** What who runs the service decided for all of it, by whom and when. What has no row is as it was delivered. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('service_settings', (table) => {
      table.string('name', 60).primary()
      /** JSON. */
      table.text('value').notNullable()
      table.bigInteger('changed_at').notNullable()
      table.uuid('changed_by').nullable().references('accounts.id')
    })
  }

  async down() {
    this.schema.dropTable('service_settings')
  }
}
