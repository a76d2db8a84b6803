import { BaseSchema } from '@adonisjs/lucid/schema'

/** What a program's quick reference said, edition by edition. The one that is not published yet is the draft. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('quick_references', (table) => {
      table.uuid('id').primary()
      table.uuid('program_id').notNullable().references('programs.id')
      table.integer('number').notNullable()
      table.text('entries').notNullable()
      table.bigInteger('created_at').notNullable()
      table.uuid('created_by').nullable().references('accounts.id')
      table.bigInteger('published_at').nullable()
      table.uuid('published_by').nullable().references('accounts.id')
      table.unique(['program_id', 'number'])
      table.index(['program_id', 'published_at'])
    })
    this.schema.raw(
      'create unique index one_draft_of_a_program on quick_references (program_id) where published_at is null'
    )
  }

  async down() {
    this.schema.dropTable('quick_references')
  }
}
