import { BaseSchema } from '@adonisjs/lucid/schema'

/** A person's sign-in. The user name is case-sensitive; its key keeps two from differing by case alone. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('accounts', (table) => {
      table.uuid('id').primary()
      table.uuid('organization_id').notNullable().references('organizations.id')
      table.string('username', 100).notNullable().unique()
      table.string('username_key', 100).notNullable().unique()
      table.string('full_name', 200).notNullable()
      table.string('email', 254).nullable()
      table.string('phone', 60).nullable()
      table.string('title', 120).nullable()
      table
        .string('credential_source', 10)
        .notNullable()
        .defaultTo('local')
        .checkIn(['local', 'directory'])
      table.string('password_hash', 255).nullable()
      table.bigInteger('password_changed_at').nullable()
      table.boolean('must_change_password').notNullable().defaultTo(false)
      table.bigInteger('deactivated_at').nullable()
      table.string('deactivated_because', 500).nullable()
      table.bigInteger('ends_at').nullable()
      table.bigInteger('last_signed_in_at').nullable()
      table.bigInteger('created_at').notNullable()
      table.index(['organization_id', 'username_key'])
      table.index(['email'])
    })
  }

  async down() {
    this.schema.dropTable('accounts')
  }
}
