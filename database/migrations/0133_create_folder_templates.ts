import { BaseSchema } from '@adonisjs/lucid/schema'

/** Hierarchies that an agency makes again and again, as the text from which they are made. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('folder_templates', (table) => {
      table.uuid('id').primary()
      table.uuid('organization_id').notNullable().references('organizations.id')
      table.string('name', 100).notNullable()
      table.string('name_key', 200).notNullable()
      table.text('hierarchy').notNullable()
      table.integer('folder_count').notNullable()
      table.bigInteger('created_at').notNullable()
      table.uuid('created_by').nullable().references('accounts.id')
      table.bigInteger('changed_at').nullable()
      table.uuid('changed_by').nullable().references('accounts.id')
      table.unique(['organization_id', 'name_key'])
    })
  }

  async down() {
    this.schema.dropTable('folder_templates')
  }
}
