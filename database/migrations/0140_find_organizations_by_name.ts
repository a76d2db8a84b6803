import { BaseSchema } from '@adonisjs/lucid/schema'

/** Names compared without regard to case: the two databases disagree about the small letters of any other alphabet. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('organizations', (table) => {
      table.string('name_key', 400).notNullable().defaultTo('')
      table.index(['name_key', 'id'])
    })
    this.defer(async (db) => {
      for (const { id, name } of await db.from('organizations').select('id', 'name')) {
        const key = name.normalize('NFC').toLowerCase()
        await db.from('organizations').where({ id }).update({ name_key: key })
      }
    })
  }

  async down() {
    this.schema.alterTable('organizations', (table) => {
      table.dropIndex(['name_key', 'id'])
      table.dropColumn('name_key')
    })
  }
}
