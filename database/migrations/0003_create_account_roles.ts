import { BaseSchema } from '@adonisjs/lucid/schema'

/** What an account may do beyond an end user. `rank` orders an agency's liaisons: 1 primary, 2 alternate. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('account_roles', (table) => {
      table.uuid('id').primary()
      table.uuid('account_id').notNullable().references('accounts.id').onDelete('CASCADE')
      table
        .string('role', 30)
        .notNullable()
        .checkIn(['operator', 'help_desk', 'liaison', 'organization_administrator'])
      table.integer('rank').nullable()
      table.uuid('granted_by').nullable().references('accounts.id')
      table.bigInteger('created_at').notNullable()
      table.unique(['account_id', 'role'])
    })
  }

  async down() {
    this.schema.dropTable('account_roles')
  }
}
