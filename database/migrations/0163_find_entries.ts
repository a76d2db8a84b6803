import { BaseSchema } from '@adonisjs/lucid/schema'

/** Of the details of an entry: which folder, or which person, it speaks of beside its subject. */
const detail = {
  sqlite: (name: string) => `json_extract(details, '$.${name}')`,
  postgres: (name: string) => `(details::jsonb ->> '${name}')`,
}

/** How an agency looks for what happened: by kind, among the refusals, by folder and by person; each the latest first. */
export default class extends BaseSchema {
  async up() {
    const named = this.db.dialect.name === 'postgres' ? detail.postgres : detail.sqlite
    this.schema.alterTable('audit_entries', (table) =>
      table.index(['organization_id', 'event', 'id'])
    )
    this.schema.raw(
      `create index audit_entries_refused on audit_entries (organization_id, id) where outcome = 'refused'`
    )
    for (const name of ['folderId', 'accountId']) {
      const index = `audit_entries_by_${name === 'folderId' ? 'folder' : 'account'}`
      this.schema.raw(
        `create index ${index} on audit_entries (${named(name)}, id) where ${named(name)} is not null`
      )
    }
  }

  async down() {
    for (const name of ['account', 'folder']) {
      this.schema.raw(`drop index audit_entries_by_${name}`)
    }
    this.schema.raw('drop index audit_entries_refused')
    this.schema.alterTable('audit_entries', (table) =>
      table.dropIndex(['organization_id', 'event', 'id'])
    )
  }
}
