import { BaseSchema } from '@adonisjs/lucid/schema'

/** One change of one entry of a quick reference: who, when, and how it was before and after. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('quick_reference_changes', (table) => {
      table.uuid('id').primary()
      table.uuid('program_id').notNullable().references('programs.id')
      table.uuid('quick_reference_id').notNullable().references('quick_references.id')
      table.uuid('entry_id').notNullable()
      table.text('before').nullable()
      table.text('after').nullable()
      table.bigInteger('created_at').notNullable()
      table.uuid('account_id').nullable().references('accounts.id')
      table.index(['program_id', 'id'])
      table.index(['quick_reference_id', 'id'])
      table.check('"before" is not null or "after" is not null')
    })
  }

  async down() {
    this.schema.dropTable('quick_reference_changes')
  }
}
