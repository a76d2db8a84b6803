import { BaseSchema } from '@adonisjs/lucid/schema'

/** An end that lies behind every other one: who has none comes last. */
const never = 9007199254740991

/**
 * By what a liaison finds and sorts people, the same on both databases: the full name, and everything that is looked for,
 * in small letters. Each order of the list has an index.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('accounts', (table) => {
      table.string('name_key', 400).notNullable().defaultTo('')
      table.string('search_key', 1500).notNullable().defaultTo('')
    })
    this.defer(async (db) => {
      for (const { id, ...person } of await db.from('accounts').select('*')) {
        await db.from('accounts').where({ id }).update(keysOf(person))
      }
    })
    const bytes = this.db.dialect.name === 'postgres' ? 'collate "C"' : ''
    const index = (name: string, rest: string) =>
      this.schema.raw(`create index accounts_${name} on accounts ${rest}`)
    index('by_name', `(organization_id, name_key ${bytes}, id)`)
    index('by_username', `(organization_id, username_key ${bytes}, id)`)
    index('by_sign_in', `(organization_id, (coalesce(last_signed_in_at, 0)), id)`)
    index('by_end', `(organization_id, (coalesce(ends_at, ${never})), id)`)
    index('ending', '(ends_at) where deactivated_at is null')
  }

  async down() {
    for (const name of ['by_name', 'by_username', 'by_sign_in', 'by_end', 'ending']) {
      this.schema.raw(`drop index accounts_${name}`)
    }
    this.schema.alterTable('accounts', (table) => {
      table.dropColumn('name_key')
      table.dropColumn('search_key')
    })
  }
}

const keyOf = (text: string) => text.normalize('NFC').toLowerCase()

function keysOf({ username, full_name: fullName, email, title }: Record<string, string | null>) {
  return {
    name_key: keyOf(fullName!),
    search_key: keyOf([username, fullName, email, title].filter(Boolean).join('\n')),
  }
}
