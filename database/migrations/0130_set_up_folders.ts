import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * What a liaison sets for a folder beside drop-off and retention. `kept_bytes` counts every version of what lies in it, so that a
 * quota is checked without looking at files; what came before `notices_from` has been told to everybody whom it concerns.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('folders', (table) => {
      table.bigInteger('quota_bytes').nullable()
      table.bigInteger('kept_bytes').notNullable().defaultTo(0)
      table.bigInteger('notices_from').nullable()
    })
    this.schema.raw(
      `update folders set kept_bytes = coalesce((
         select sum(v.size_bytes) from file_versions v join files f on f.id = v.file_id
         where f.folder_id = folders.id and f.deleted_at is null), 0)`
    )
    this.schema.raw(
      'create index folders_with_notices on folders (notices_from) where notices_from is not null'
    )
  }

  async down() {
    this.schema.raw('drop index folders_with_notices')
    this.schema.alterTable('folders', (table) => {
      table.dropColumn('quota_bytes')
      table.dropColumn('kept_bytes')
      table.dropColumn('notices_from')
    })
  }
}
