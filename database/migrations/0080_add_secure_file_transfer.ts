import { BaseSchema } from '@adonisjs/lucid/schema'
import { v7 as uuidv7 } from 'uuid'

/** The built-in application: the rule of getting in asks for it, so it is there from the first day. */
export default class extends BaseSchema {
  async up() {
    this.defer(async (db) => {
      await db.table('applications').insert({
        id: uuidv7(),
        key: 'secure_file_transfer',
        name: 'Secure File Transfer',
        description: 'Send and receive files through folders, in the browser or over SFTP.',
        created_at: Date.now(),
      })
    })
  }

  async down() {
    this.defer(async (db) => {
      await db.from('applications').where('key', 'secure_file_transfer').delete()
    })
  }
}
