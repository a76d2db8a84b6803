import { BaseSchema } from '@adonisjs/lucid/schema'

/** A name has at most 255 bytes, so not more groups of three letters begin in it. */
const places = JSON.stringify(Array.from({ length: 253 }, (_, at) => at + 1))

/** "report" in a folder → its mark with each of "rep", "epo", "por", "ort", letters as hexadecimal bytes. */
const partsOf = (file: string) =>
  `(select group_concat(substr(${file}.folder_id, -12) || hex(substr(${file}.name_key, value, 3)), ' ')
    from json_each('${places}') where value <= length(${file}.name_key) - 2)`

const triggers = {
  first: 'after insert on files',
  next: `after update of name_key, folder_id on files
         when new.name_key <> old.name_key or new.folder_id <> old.folder_id`,
}

/**
 * SQLite: the index of names knows of each part in which folder it stands, so that a search in one folder costs
 * nothing for what the others are full of. Names themselves are not kept twice any more.
 */
export default class extends BaseSchema {
  async up() {
    if (this.db.dialect.name === 'postgres') return
    this.#dropTriggers()
    this.schema.dropTable('file_names')
    this.schema.raw('create table file_names (id integer primary key, file_id char(36) not null)')
    this.schema.raw(
      `create virtual table file_name_parts using fts5(parts, content='', columnsize=0, detail='none', tokenize='ascii')`
    )
    this.schema.raw('insert into file_names (file_id) select id from files order by id')
    this.schema.raw(
      `insert into file_name_parts (rowid, parts)
       select file_names.id, ${partsOf('files')} from file_names join files on files.id = file_names.file_id`
    )
    this.#remember(
      `insert into file_names (file_id) values (new.id);
       insert into file_name_parts (rowid, parts) values (last_insert_rowid(), ${partsOf('new')})`
    )
  }

  async down() {
    if (this.db.dialect.name === 'postgres') return
    this.#dropTriggers()
    this.schema.dropTable('file_name_parts')
    this.schema.dropTable('file_names')
    this.schema.raw(
      `create virtual table file_names using fts5(name_key, file_id unindexed, tokenize='trigram', detail='none')`
    )
    this.schema.raw('insert into file_names (name_key, file_id) select name_key, id from files')
    this.#remember('insert into file_names (name_key, file_id) values (new.name_key, new.id)')
  }

  #remember(statements: string) {
    for (const [name, when] of Object.entries(triggers)) {
      this.schema.raw(`create trigger file_names_${name} ${when} begin ${statements}; end`)
    }
  }

  #dropTriggers() {
    for (const name of Object.keys(triggers)) this.schema.raw(`drop trigger file_names_${name}`)
  }
}
