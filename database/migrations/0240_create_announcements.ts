import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * What who runs the service, or an agency, says to people for a while. A row is one edition and its words are never changed:
 * an edit adds a row and says of the old one until when it was shown, so that any day can be looked up.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('announcements', (table) => {
      table.uuid('id').primary()
      table.uuid('organization_id').nullable().references('organizations.id')
      /** Its first edition; its own for that one. */
      table.uuid('original_id').notNullable().references('announcements.id')
      table.uuid('replaces_id').nullable().unique().references('announcements.id')
      table.string('heading', 120).notNullable()
      table.string('words', 1000).notNullable()
      table.string('kind', 20).notNullable().checkIn(['information', 'trouble', 'maintenance'])
      table.string('place', 20).notNullable().checkIn(['sign_in', 'signed_in', 'both'])
      table.boolean('is_public').notNullable().defaultTo(false)
      table.bigInteger('starts_at').notNullable()
      table.bigInteger('ends_at').notNullable()
      table.bigInteger('created_at').notNullable()
      table.uuid('created_by').notNullable().references('accounts.id')
      table.bigInteger('replaced_at').nullable()
      table.bigInteger('withdrawn_at').nullable()
      table.uuid('withdrawn_by').nullable().references('accounts.id')
      table.check('ends_at > starts_at')
      table.check(`organization_id is null or place = 'signed_in'`)
      table.check('organization_id is not null or not is_public')
      table.check('replaced_at is null or withdrawn_at is null')
      table.index(['organization_id', 'id'])
      table.index(['original_id'])
    })
    this.schema.raw(
      'create index announcements_standing on announcements (organization_id, ends_at) where withdrawn_at is null and replaced_at is null'
    )
  }

  async down() {
    this.schema.dropTable('announcements')
  }
}
