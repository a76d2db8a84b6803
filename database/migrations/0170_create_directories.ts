import { BaseSchema } from '@adonisjs/lucid/schema'

/** The directory (LDAP, Active Directory) in which an organization keeps its people's passwords. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('directories', (table) => {
      table.uuid('id').primary()
      table.uuid('organization_id').notNullable().unique().references('organizations.id')
      table.string('address', 300).notNullable()
      table.text('ca_certificate').nullable()
      table.string('base_dn', 500).notNullable()
      table.string('search_dn', 500).notNullable()
      table.text('search_password').notNullable()
      table.string('username_attribute', 60).notNullable()
      table.string('object_id_attribute', 60).notNullable()
      table.boolean('is_in_use').notNullable()
      table.bigInteger('created_at').notNullable()
      table.bigInteger('changed_at').notNullable()
      table.uuid('changed_by').nullable().references('accounts.id')
      table.boolean('changed_by_operator').notNullable()
      table.bigInteger('checked_at').nullable()
      table.bigInteger('failing_since').nullable()
      table.string('failing_because', 500).nullable()
    })
  }

  async down() {
    this.schema.dropTable('directories')
  }
}
