import { BaseSchema } from '@adonisjs/lucid/schema'

/** The last notice that a subscription will end, as the days before its end: each is given once. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('folder_subscriptions', (table) => {
      table.integer('noticed_days').nullable()
    })
  }

  async down() {
    this.schema.alterTable('folder_subscriptions', (table) => {
      table.dropColumn('noticed_days')
    })
  }
}
