import { BaseSchema } from '@adonisjs/lucid/schema'

/** From when until when an account could not be used, by whom and why: also what an end date left behind when it was renewed. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('account_deactivations', (table) => {
      table.uuid('id').primary()
      table.uuid('account_id').notNullable().references('accounts.id')
      table.string('because', 500).notNullable()
      table.bigInteger('created_at').notNullable()
      table.uuid('created_by').nullable().references('accounts.id')
      table.bigInteger('ended_at').nullable()
      table.uuid('ended_by').nullable().references('accounts.id')
      table.string('ended_because', 500).nullable()
    })
    this.schema.raw(
      'create unique index account_deactivations_live on account_deactivations (account_id) where ended_at is null'
    )
    this.schema.raw(
      `insert into account_deactivations (id, account_id, because, created_at)
       select id, id, coalesce(deactivated_because, ''), deactivated_at from accounts where deactivated_at is not null`
    )
  }

  async down() {
    this.schema.dropTable('account_deactivations')
  }
}
