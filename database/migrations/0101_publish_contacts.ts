import { BaseSchema } from '@adonisjs/lucid/schema'

/** What an agency chose to show to everybody under "Find your SFT Liaison". */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('organizations', (table) => {
      table.string('published_phone', 60).nullable()
      table.string('published_email', 254).nullable()
      table.boolean('publishes_liaisons').notNullable().defaultTo(true)
    })
  }

  async down() {
    this.schema.alterTable('organizations', (table) => {
      table.dropColumn('published_phone')
      table.dropColumn('published_email')
      table.dropColumn('publishes_liaisons')
    })
  }
}
