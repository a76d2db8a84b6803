import { BaseSchema } from '@adonisjs/lucid/schema'

/** Which object of its organization's directory an account is: found out at the first sign-in, the same ever after. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('accounts', (table) => {
      table.string('directory_object_id', 200).nullable()
      table.unique(['organization_id', 'directory_object_id'])
    })
  }

  async down() {
    this.schema.alterTable('accounts', (table) => {
      table.dropUnique(['organization_id', 'directory_object_id'])
      table.dropColumn('directory_object_id')
    })
  }
}
