import { BaseSchema } from '@adonisjs/lucid/schema'

/** How an agency looks for what happened: by kind, among the refusals, by folder and by person; each the latest first. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('audit_entries', (table) =>
      table.index(['organization_id', 'event', 'id'])
    )
    this.schema.raw(
      `create index audit_entries_refused on audit_entries (organization_id, id) where outcome = 'refused'`
    )
    this.#indexDetail('by_folder', 'folderId')
    this.#indexDetail('by_account', 'accountId')
  }

  /**
   * Which folder, or which person, an entry speaks of beside its subject: an id in its details, found as text. Whatever stands
   * in an entry must be storable, and readable, even if somebody tampered with it.
   */
  #indexDetail(name: string, key: string) {
    const place = this.db.dialect.name === 'postgres' ? 'strpos' : 'instr'
    const at = `${place}(details, '"${key}":"')`
    const id = `substr(details, ${at} + ${key.length + 4}, 36)`
    this.schema.raw(
      `create index audit_entries_${name} on audit_entries ((${id}), id) where ${at} > 0`
    )
  }

  async down() {
    for (const name of ['by_account', 'by_folder', 'refused']) {
      this.schema.raw(`drop index audit_entries_${name}`)
    }
    this.schema.alterTable('audit_entries', (table) =>
      table.dropIndex(['organization_id', 'event', 'id'])
    )
  }
}
