import { BaseSchema } from '@adonisjs/lucid/schema'

/** Somebody said that an entry of a quick reference, or all of it, is right: who, when, and of which words. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('verifications', (table) => {
      table.uuid('id').primary()
      table.uuid('program_id').notNullable().references('programs.id')
      table.uuid('entry_id').nullable()
      table.string('wording', 64).nullable()
      table.uuid('quick_reference_id').nullable().references('quick_references.id')
      table.bigInteger('verified_at').notNullable()
      table.uuid('account_id').nullable().references('accounts.id')
      table.string('name', 200).nullable()
      table.string('via', 10).notNullable().checkIn(['console', 'mail', 'import'])
      table.index(['program_id', 'entry_id', 'verified_at'])
      table.check('"account_id" is not null or "name" is not null')
      table.check('("entry_id" is null) = ("wording" is null)')
      table.check('("entry_id" is null) = ("quick_reference_id" is not null)')
    })
  }

  async down() {
    this.schema.dropTable('verifications')
  }
}
