import { BaseSchema } from '@adonisjs/lucid/schema'

/** From when until when an organization was suspended, by whom and why; at most one suspension is in force. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('organization_suspensions', (table) => {
      table.uuid('id').primary()
      table.uuid('organization_id').notNullable().references('organizations.id')
      table.string('because', 500).notNullable()
      table.bigInteger('created_at').notNullable()
      table.uuid('created_by').nullable().references('accounts.id')
      table.bigInteger('ended_at').nullable()
      table.uuid('ended_by').nullable().references('accounts.id')
      table.string('ended_because', 500).nullable()
    })
    this.schema.raw(
      'create unique index organization_suspensions_live on organization_suspensions (organization_id) where ended_at is null'
    )
    this.schema.raw(
      `insert into organization_suspensions (id, organization_id, because, created_at)
       select id, id, coalesce(suspended_because, ''), suspended_at from organizations where suspended_at is not null`
    )
  }

  async down() {
    this.schema.dropTable('organization_suspensions')
  }
}
