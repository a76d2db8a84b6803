import { BaseSchema } from '@adonisjs/lucid/schema'

/** What separates words, and what is left out within them ("O'Brien"); the room that searches knows the same (plain_words.ts). */
const between = '.,;:/\\@_-()[]"&+#!*|<>=\n\t\u00a0–—'
const within = "'’"

/**
 * The database is backed up with the machine's own sqlite3, which reads every trigger: an old one (3.40) knows no order within an
 * aggregate, and its parser bears only so much in brackets.
 */
const atOnce = 6

const said = (text: string) => `'${text.replaceAll("'", "''")}'`
const columns = ['kind', 'subject_id', 'organization_id', 'title', 'detail', 'keys', 'words']
const changing = columns.slice(2)

/** Each table with what of it is searched, and the columns on which that depends. */
const kept = {
  organizations: {
    kind: 'organization',
    columns: `short_name_key, name_key, name, short_name, kind, phone, help_desk_name, help_desk_phone, published_phone, published_email`,
  },
  accounts: {
    kind: 'person',
    columns:
      'username, username_key, full_name, email, phone, title, search_key, name_key, organization_id',
  },
  folders: {
    kind: 'folder',
    columns: 'name, name_key, lineage, organization_id, deletion_id, description',
  },
} as const
type Table = keyof typeof kept

/**
 * People, organizations and folders are found by what is true of them now, whoever changes it in whatever way: the database itself
 * keeps the entries in step.
 */
export default class extends BaseSchema {
  async up() {
    for (const table of Object.keys(kept) as Table[]) {
      this.schema.raw(this.#entered(table))
      this.#first(table)
      this.#next(table)
      this.#last(table)
    }
    this.#below()
  }

  async down() {
    for (const table of Object.keys(kept)) {
      for (const name of ['first', 'next', 'last']) this.#drop(table, name)
    }
    this.#drop('folders', 'below')
    const kinds = Object.values(kept).map(({ kind }) => said(kind))
    this.schema.raw(`delete from lookup_entries where kind in (${kinds})`)
  }

  #first(table: Table) {
    this.#trigger(
      table,
      'first',
      `after insert on ${table}`,
      this.#entered(table, 'one.id = new.id')
    )
  }

  #next(table: Table) {
    const gone = `
      delete from lookup_entries where kind = ${said(kept[table].kind)} and subject_id = cast(new.id as text)
      and not exists (${this.#rows(table, 'one.id = new.id')})`
    const when = `after update of ${kept[table].columns} on ${table}`
    this.#trigger(table, 'next', when, gone, this.#entered(table, 'one.id = new.id'))
  }

  #last(table: Table) {
    this.#trigger(
      table,
      'last',
      `after delete on ${table}`,
      `delete from lookup_entries where kind = ${said(kept[table].kind)} and subject_id = cast(old.id as text)`
    )
  }

  /** Whoever renames a folder renames the paths of all below it. */
  #below() {
    const under = this.#isPostgres
      ? `one.lineage ~>~ new.lineage and one.lineage ~<~ (new.lineage || 'g')`
      : `one.lineage > new.lineage and one.lineage < (new.lineage || 'g')`
    this.#trigger(
      'folders',
      'below',
      'after update of name, name_key on folders',
      this.#entered('folders', under)
    )
  }

  #entered(table: Table, where = 'true') {
    return `
      insert into lookup_entries (${columns}) ${this.#rows(table, where)}
      on conflict (kind, subject_id) do update set ${changing.map((name) => `${name} = excluded.${name}`)}`
  }

  #rows(table: Table, where: string) {
    if (table === 'organizations') return this.#organizations(where)
    return table === 'accounts' ? this.#people(where) : this.#folders(where)
  }

  #organizations(where: string) {
    const text = `one.name_key || ' ' || one.short_name_key || ' ' || lower(coalesce(one.help_desk_name, '') || ' ' || coalesce(one.published_email, ''))`
    const phones = ['phone', 'help_desk_phone', 'published_phone'].map((name) => this.#digits(name))
    return `
      select 'organization', cast(one.id as text), one.id, one.name, one.short_name,
        '|' || one.short_name_key || '|' || one.name_key || '|',
        ' ' || ${this.#plain(text)} || ' ' || ${phones.join(` || ' ' || `)} || ' '
      from organizations one where ${where}`
  }

  /** An account whose user name was given free (it holds a "#") is in no list of people. */
  #people(where: string) {
    const text = `one.search_key || ' ' || organization.short_name_key`
    return `
      select 'person', cast(one.id as text), one.organization_id, one.full_name,
        one.username || ${this.#after('email')} || ${this.#after('phone')} || ${this.#after('title')},
        '|' || one.username_key || '|' || lower(coalesce(one.email, '')) || '|' || one.name_key || '|',
        ' ' || ${this.#plain(text)} || ' ' || ${this.#digits('phone')} || ' '
      from accounts one join organizations organization on organization.id = one.organization_id
      where one.username not like '%#%' and ${where}`
  }

  /** A home folder is found by its person, and what lies in it is nobody else's; a deleted folder is not found at all. */
  #folders(where: string) {
    const path = this.#path('name')
    const key = this.#path('name_key')
    const top = this.#isPostgres ? 'substr(one.lineage, 2, 36)::uuid' : 'substr(one.lineage, 2, 36)'
    const isAtHome = `exists (select 1 from folders top where top.id = ${top} and top.owner_id is not null)`
    return `
      select 'folder', cast(one.id as text), one.organization_id, ${path}, coalesce(one.description, ''),
        '|' || ${key} || '|' || substr(${key}, 2) || '|',
        ' ' || ${this.#plain(`${key} || ' ' || lower(coalesce(one.description, ''))`)} || ' '
      from folders one where one.deletion_id is null and not ${isAtHome} and ${where}`
  }

  #after = (column: string) =>
    `case when one.${column} <> '' then ' · ' || one.${column} else '' end`

  /** A lineage is a slash, and 36 signs of an id with a slash for each level, of which there are 50 at most. */
  #path(column: string) {
    if (this.#isPostgres) {
      return `(select '/' || string_agg(level.${column}, '/' order by part.place)
        from unnest(string_to_array(trim(both '/' from one.lineage), '/')) with ordinality as part (id, place)
        join folders level on level.id = part.id::uuid)`
    }
    const places = JSON.stringify(Array.from({ length: 50 }, (_, at) => at))
    return `(select '/' || group_concat(step, '/') from (select level.${column} as step
      from json_each('${places}') part cross join folders level on level.id = substr(one.lineage, 2 + 37 * part.value, 36)
      where part.value < length(one.lineage) / 37 order by part.value))`
  }

  #plain(text: string) {
    if (this.#isPostgres) {
      return `translate(${text}, ${said(between + within)}, ${said(' '.repeat(between.length))})`
    }
    const signs = [...between].map((sign) => [sign, ' ']).concat([...within].map((s) => [s, '']))
    let [whole, from] = ['', `(select ${text} as t)`]
    for (let at = 0; at < signs.length; at += atOnce) {
      const replaced = signs
        .slice(at, at + atOnce)
        .reduce((sql, [sign, by]) => `replace(${sql}, ${said(sign)}, ${said(by)})`, 't')
      whole = `(select ${replaced} as t from ${from})`
      from = whole
    }
    return whole
  }

  /** A phone number is searched by its digits, however it is written. */
  #digits(column: string) {
    if (this.#isPostgres) return `regexp_replace(coalesce(one.${column}, ''), '[^0-9]', '', 'g')`
    const places = JSON.stringify(Array.from({ length: 60 }, (_, at) => at + 1))
    const sign = `substr(one.${column}, value, 1)`
    return `coalesce((select group_concat(digit, '') from (select ${sign} as digit from json_each('${places}')
      where ${sign} between '0' and '9' order by value)), '')`
  }

  get #isPostgres() {
    return this.db.dialect.name === 'postgres'
  }

  #trigger(table: string, name: string, when: string, ...statements: string[]) {
    const body = statements.map((statement) => `${statement};`).join('\n')
    if (!this.#isPostgres) {
      this.schema.raw(
        `create trigger ${table}_lookup_${name} ${when} for each row begin ${body} end`
      )
      return
    }
    this.schema.raw(
      `create function ${table}_lookup_${name}() returns trigger language plpgsql as $$ begin ${body} return null; end $$`
    )
    this.schema.raw(
      `create trigger ${table}_lookup_${name} ${when} for each row execute function ${table}_lookup_${name}()`
    )
  }

  #drop(table: string, name: string) {
    const on = this.#isPostgres ? ` on ${table}` : ''
    this.schema.raw(`drop trigger ${table}_lookup_${name}${on}`)
    if (this.#isPostgres) this.schema.raw(`drop function ${table}_lookup_${name}`)
  }
}
