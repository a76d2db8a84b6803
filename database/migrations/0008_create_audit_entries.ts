import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * The trail. An entry is written inside the action's own transaction; a moment later it is sealed: it gets its
 * place in the chain and the hash over itself and the entry before it (docs/decisions/0005-sealed-trail.md).
 */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('audit_entries', (table) => {
      table.uuid('id').primary()
      table.bigInteger('created_at').notNullable()
      table.string('event', 60).notNullable()
      table.string('outcome', 10).notNullable().checkIn(['done', 'refused'])
      table.uuid('actor_id').nullable()
      table.string('actor_name', 320).notNullable()
      table.uuid('organization_id').nullable()
      table.string('subject_type', 40).nullable()
      table.uuid('subject_id').nullable()
      table.string('subject_name', 1100).nullable()
      table.text('details').notNullable()
      table.string('address', 45).nullable()
      table.string('request_id', 60).nullable()
      table.bigInteger('position').nullable().unique()
      table.string('hash', 64).nullable()
      table.index(['subject_id', 'id'])
      table.index(['actor_id', 'id'])
      table.index(['organization_id', 'id'])
    })
    this.schema.raw(
      'create index audit_entries_unsealed on audit_entries (id) where position is null'
    )
  }

  async down() {
    this.schema.dropTable('audit_entries')
  }
}
