import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * When somebody else than its sender first opened what stands there now; a new version waits anew. What was opened before is
 * told by the trail.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('files', (table) => {
      table.bigInteger('picked_up_at').nullable()
    })
    /** As text: an entry that somebody tampered with must not stop the migration. */
    const version =
      this.db.dialect.name === 'postgres'
        ? `substring(entries.details from '"version":([0-9]{1,9})')::integer`
        : `case when json_valid(entries.details) then json_extract(entries.details, '$.version') end`
    this.schema.raw(
      `update files set picked_up_at =
         (select min(entries.created_at) from audit_entries entries
          where entries.subject_id = files.id and entries.outcome = 'done'
            and entries.event in ('file.downloaded', 'file.viewed')
            and entries.actor_id <> files.sender_id and ${version} = files.version_number)`
    )
    this.schema.raw(
      'create index files_waiting on files (received_at, id) where picked_up_at is null and deleted_at is null'
    )
  }

  async down() {
    this.schema.raw('drop index files_waiting')
    this.schema.alterTable('files', (table) => table.dropColumn('picked_up_at'))
  }
}
