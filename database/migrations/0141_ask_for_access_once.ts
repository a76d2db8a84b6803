import { BaseSchema } from '@adonisjs/lucid/schema'

/** Who asks, in one form for each, so that nobody has two requests waiting at one agency; and with whom they work there. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('access_requests', (table) => {
      table.string('works_with', 200).nullable()
      table.string('asker_key', 300).notNullable().defaultTo('')
      table.index(['status', 'created_at'])
    })
    this.schema.raw('update access_requests set asker_key = cast(id as varchar(300))')
    this.schema.raw(
      `create unique index access_requests_pending on access_requests (organization_id, asker_key)
       where status = 'pending'`
    )
  }

  async down() {
    this.schema.raw('drop index access_requests_pending')
    this.schema.alterTable('access_requests', (table) => {
      table.dropIndex(['status', 'created_at'])
      table.dropColumn('works_with')
      table.dropColumn('asker_key')
    })
  }
}
