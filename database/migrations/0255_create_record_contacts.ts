import { BaseSchema } from '@adonisjs/lucid/schema'

/** Whom the published quick references speak of, by user name and mail address: kept with each publication. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('record_contacts', (table) => {
      table.uuid('program_id').notNullable().references('programs.id').onDelete('CASCADE')
      table.uuid('entry_id').notNullable()
      table.string('username', 100).nullable()
      table.string('email_key', 254).nullable()
      table.primary(['program_id', 'entry_id'])
      table.index('username')
      table.index('email_key')
    })
  }

  async down() {
    this.schema.dropTable('record_contacts')
  }
}
