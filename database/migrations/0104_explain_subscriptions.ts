import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * Why somebody has access: the purpose, the agreement, and what it replaces. A subscription is never altered, only ended and
 * replaced, so that what was the case on any day can be told.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('folder_subscriptions', (table) => {
      table.string('shown_as', 255).nullable()
      table.string('purpose', 500).nullable()
      table.string('agreement_number', 100).nullable()
      table.string('ended_because', 30).nullable()
      table.bigInteger('last_used_at').nullable()
      table.uuid('replaces_id').nullable().references('folder_subscriptions.id')
      table.index(['folder_id', 'ended_at'])
      table.index(['expires_at'])
    })
  }

  async down() {
    this.schema.alterTable('folder_subscriptions', (table) => {
      table.dropIndex(['folder_id', 'ended_at'])
      table.dropIndex(['expires_at'])
      for (const name of ['shown_as', 'purpose', 'agreement_number', 'ended_because']) {
        table.dropColumn(name)
      }
      table.dropColumn('last_used_at')
      table.dropColumn('replaces_id')
    })
  }
}
