import { BaseSchema } from '@adonisjs/lucid/schema'

/** A word in which somebody may err: letters only, not too short and not too long. */
const [shortest, longest] = [3, 24]
const places = Array.from({ length: longest + 1 }, (_, at) => at + 1)

const slipOf = (word: string, place: string) =>
  `substr(${word}, 1, ${place} - 1) || substr(${word}, ${place} + 1)`
const isNew = (word: string) =>
  `not exists (select 1 from lookup_slips known where known.slip = ${word} and known.word = ${word})`

/**
 * What the help desk's search finds: one row for each person, organization, folder, and entry of a quick reference. `words` is what
 * is searched (in small letters, a blank around each word), `keys` are the names by which one thing alone is meant (a bar around each).
 * Any part of both is found by its groups of three letters: SQLite's FTS5, PostgreSQL's pg_trgm.
 * Every word is kept besides with one letter left out, in each place: two words that differ by one slip have one of these in common.
 * A word that nothing holds any more stays there; it leads nowhere.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('lookup_entries', (table) => {
      table.increments('number')
      table.string('kind', 20).notNullable()
      table.string('subject_id', 80).notNullable()
      table.uuid('organization_id').nullable()
      table.uuid('program_id').nullable().index()
      table.string('place', 80).nullable()
      table.text('title').notNullable()
      table.text('detail').notNullable()
      table.text('keys').notNullable()
      table.text('words').notNullable()
      table.unique(['kind', 'subject_id'])
      table.index(['organization_id', 'kind'])
    })
    if (this.db.dialect.name === 'postgres') this.#postgres()
    else this.#sqlite()
  }

  async down() {
    if (this.db.dialect.name !== 'postgres') this.schema.dropTable('lookup_index')
    this.schema.dropTable('lookup_entries')
    this.schema.dropTable('lookup_slips')
    if (this.db.dialect.name === 'postgres') this.schema.raw('drop function keep_lookup_slips')
  }

  #sqlite() {
    this.schema.raw(
      `create table lookup_slips (slip text not null, word text not null, primary key (slip, word)) without rowid`
    )
    this.schema.raw(
      `create virtual table lookup_index using fts5(words, keys, content='lookup_entries', content_rowid='number',
       tokenize='trigram case_sensitive 1')`
    )
    const add = `insert into lookup_index (rowid, words, keys) values (new.number, new.words, new.keys)`
    const remove = `insert into lookup_index (lookup_index, rowid, words, keys) values ('delete', old.number, old.words, old.keys)`
    const slips = `
      insert into lookup_slips (slip, word)
      select distinct ${slipOf('word.value', 'place.value')}, word.value
      from json_each('[' || replace(json_quote(trim(new.words)), ' ', '","') || ']') word
      cross join json_each('[${places}]') place
      where length(word.value) between ${shortest} and ${longest} and word.value not glob '*[0-9]*'
        and place.value <= length(word.value) + 1 and ${isNew('word.value')}`
    const isOther = 'when new.words <> old.words or new.keys <> old.keys'
    const trigger = (name: string, when: string, ...statements: string[]) =>
      this.schema.raw(
        `create trigger lookup_${name} after ${when} begin ${statements.join('; ')}; end`
      )
    trigger('added', 'insert on lookup_entries', add, slips)
    trigger('changed', `update on lookup_entries ${isOther}`, remove, add, slips)
    trigger('removed', 'delete on lookup_entries', remove)
  }

  #postgres() {
    this.schema.raw('create extension if not exists pg_trgm')
    this.schema.raw(
      'create table lookup_slips (slip text not null, word text not null, primary key (slip, word))'
    )
    this.schema.raw('create index lookup_index on lookup_entries using gin (words gin_trgm_ops)')
    this.schema.raw(
      `create index lookup_names on lookup_entries using gin (string_to_array(keys, '|'))`
    )
    this.schema.raw(`
      create function keep_lookup_slips() returns trigger language plpgsql as $$ begin
        insert into lookup_slips (slip, word)
        select distinct ${slipOf('term', 'place')}, term
        from unnest(string_to_array(trim(new.words), ' ')) term, generate_series(1, ${places.length}) place
        where length(term) between ${shortest} and ${longest} and term !~ '[0-9]'
          and place <= length(term) + 1 and ${isNew('term')}
        order by 1, 2
        on conflict do nothing;
        return null;
      end $$`)
    this.schema.raw(
      `create trigger lookup_changed after insert or update of words on lookup_entries
       for each row execute function keep_lookup_slips()`
    )
  }
}
