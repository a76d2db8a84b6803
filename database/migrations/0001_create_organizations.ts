import { BaseSchema } from '@adonisjs/lucid/schema'

/** Agencies and partners: everything on the service belongs to one of them. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('organizations', (table) => {
      table.uuid('id').primary()
      table.string('kind', 10).notNullable().checkIn(['agency', 'partner'])
      table.string('name', 200).notNullable()
      table.string('short_name', 40).notNullable()
      table.string('short_name_key', 40).notNullable().unique()
      table.string('phone', 60).nullable()
      table.string('help_desk_name', 120).nullable()
      table.string('help_desk_phone', 60).nullable()
      table.string('help_desk_hours', 120).nullable()
      table.string('password_profile', 10).notNullable().defaultTo('guide')
      table.bigInteger('suspended_at').nullable()
      table.string('suspended_because', 500).nullable()
      table.bigInteger('created_at').notNullable()
    })
  }

  async down() {
    this.schema.dropTable('organizations')
  }
}
