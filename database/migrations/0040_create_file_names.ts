import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * Finds files by any part of their name. SQLite: every name that a file ever had, cut into groups of three letters;
 * the files room checks what it finds here against the file itself, so an old name does no harm.
 * PostgreSQL keeps the same in an index of its own.
 */
export default class extends BaseSchema {
  async up() {
    if (this.db.dialect.name === 'postgres') return this.#postgres()

    this.schema.raw(
      `create virtual table file_names using fts5(name_key, file_id unindexed, tokenize='trigram', detail='none')`
    )
    const remember = 'insert into file_names (name_key, file_id) values (new.name_key, new.id)'
    this.schema.raw(`create trigger file_names_first after insert on files begin ${remember}; end`)
    this.schema.raw(
      `create trigger file_names_next after update of name_key on files
       when new.name_key <> old.name_key begin ${remember}; end`
    )
  }

  async down() {
    if (this.db.dialect.name === 'postgres') this.schema.raw('drop index files_by_part_of_name')
    else this.schema.dropTable('file_names')
  }

  #postgres() {
    this.schema.raw('create extension if not exists pg_trgm')
    this.schema.raw(
      'create index files_by_part_of_name on files using gin (name_key gin_trgm_ops) where deleted_at is null'
    )
  }
}
