import { BaseSchema } from '@adonisjs/lucid/schema'

const columns = [
  'id',
  'created_at',
  'event',
  'outcome',
  'actor_id',
  'actor_name',
  'organization_id',
  'subject_type',
  'subject_id',
  'subject_name',
  'details',
  'address',
  'request_id',
]
const differs = columns.map((name) => `new.${name} is distinct from old.${name}`).join(' or ')
const refusal = 'The trail is never altered'

/**
 * The head of the chain: where it ends by now. An entry is never altered and never deleted; only its seal, its place
 * and hash, is set once. The head only moves forward (docs/decisions/0005-sealed-trail.md).
 */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('audit_heads', (table) => {
      table.integer('id').primary()
      table.bigInteger('position').notNullable()
      table.string('hash', 64).notNullable()
    })
    this.schema.raw(`insert into audit_heads (id, position, hash) values (1, 0, '')`)

    const rules = [
      ['audit_entries', 'update', `old.position is not null or ${differs}`],
      ['audit_entries', 'delete', 'true'],
      ['audit_heads', 'update', 'new.position <= old.position'],
      ['audit_heads', 'delete', 'true'],
    ]
    if (this.db.dialect.name === 'postgres') this.#refuseOnPostgres(rules)
    else this.#refuseOnSqlite(rules)
  }

  async down() {
    for (const [table, event] of [
      ['audit_entries', 'update'],
      ['audit_entries', 'delete'],
    ]) {
      const on = this.db.dialect.name === 'postgres' ? `on ${table}` : ''
      this.schema.raw(`drop trigger ${table}_no_${event} ${on}`)
    }
    this.schema.dropTable('audit_heads')
  }

  #refuseOnSqlite(rules: string[][]) {
    for (const [table, event, condition] of rules) {
      this.schema.raw(
        `create trigger ${table}_no_${event} before ${event} on ${table} for each row when ${condition}
         begin select raise(abort, '${refusal}'); end`
      )
    }
  }

  #refuseOnPostgres(rules: string[][]) {
    this.schema.raw(
      `create or replace function refuse_change() returns trigger language plpgsql as
       $$ begin raise exception '${refusal}'; end $$`
    )
    for (const [table, event, condition] of rules) {
      this.schema.raw(
        `create trigger ${table}_no_${event} before ${event} on ${table} for each row when (${condition})
         execute function refuse_change()`
      )
    }
    this.schema.raw(
      `create trigger audit_entries_no_truncate before truncate on audit_entries
       execute function refuse_change()`
    )
  }
}
