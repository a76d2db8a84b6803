import { BaseSchema } from '@adonisjs/lucid/schema'

/** The same on PostgreSQL: the index of names knows of each part in which folder it stands. */
export default class extends BaseSchema {
  async up() {
    if (this.db.dialect.name !== 'postgres') return
    this.schema.raw(
      `create function name_parts(folder_id uuid, name_key text) returns text[]
       language sql immutable strict parallel safe as
       $$ select array(select right(folder_id::text, 12) || substr(name_key, place, 3)
                       from generate_series(1, length(name_key) - 2) as place) $$`
    )
    this.schema.raw('drop index files_by_part_of_name')
    this.schema.raw(
      'create index files_by_part_of_name on files using gin (name_parts(folder_id, name_key)) where deleted_at is null'
    )
  }

  async down() {
    if (this.db.dialect.name !== 'postgres') return
    this.schema.raw('drop index files_by_part_of_name')
    this.schema.raw('drop function name_parts')
    this.schema.raw(
      'create index files_by_part_of_name on files using gin (name_key gin_trgm_ops) where deleted_at is null'
    )
  }
}
