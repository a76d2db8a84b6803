import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * Many accounts from one table, from the preview to its undoing. What was typed stays only until it is applied: afterwards
 * the accounts themselves are the record.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('account_imports', (table) => {
      table.uuid('id').primary()
      table.uuid('organization_id').notNullable().references('organizations.id')
      table.uuid('created_by').notNullable().references('accounts.id')
      table.bigInteger('created_at').notNullable()
      table.string('source_name', 255).notNullable()
      table.string('encoding', 20).notNullable()
      table.text('source').nullable()
      table.text('rows').nullable()
      table.integer('row_count').notNullable()
      table
        .string('status', 10)
        .notNullable()
        .defaultTo('previewed')
        .checkIn(['previewed', 'preparing', 'applied', 'undone'])
      table.string('first', 20).nullable().checkIn(['mailed_link', 'shown_once'])
      table.uuid('run_id').nullable()
      table.integer('prepared_count').notNullable().defaultTo(0)
      table.bigInteger('prepared_at').nullable()
      table.string('failure', 500).nullable()
      table.bigInteger('applied_at').nullable()
      table.uuid('applied_by').nullable().references('accounts.id')
      table.bigInteger('list_shown_at').nullable()
      table.bigInteger('csv_taken_at').nullable()
      table.bigInteger('undone_at').nullable()
      table.uuid('undone_by').nullable().references('accounts.id')
      table.index(['organization_id', 'id'])
      table.index(['status', 'created_at'])
    })
  }

  async down() {
    this.schema.dropTable('account_imports')
  }
}
