import { BaseSchema } from '@adonisjs/lucid/schema'

const never = 9007199254740991
const indexes = ['by_person', 'by_end', 'by_start', 'across', 'by_words', 'held_across']
const isAcross = 'folder_organization_id <> person_organization_id'

const filled = (the: string) => `
  folder_organization_id = (select organization_id from folders where id = ${the}.folder_id),
  person_organization_id = (select organization_id from accounts where id = ${the}.account_id),
  person_key = (select username_key from accounts where id = ${the}.account_id)`

/**
 * Whose folder, whose person and which name a list is sorted by stand on the subscription itself, so that each order of a long
 * list has an index. The database fills them in, whoever writes the row; none of them can be wrong. The words to search by,
 * of the name it is shown as and the agreement, come from the application: the two databases disagree about small letters.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('folder_subscriptions', (table) => {
      table.uuid('folder_organization_id').nullable()
      table.uuid('person_organization_id').nullable()
      table.string('person_key', 100).nullable()
      table.string('search_key', 400).nullable()
    })
    this.schema.raw(`update folder_subscriptions set ${filled('folder_subscriptions')}`)
    for (const statement of this.#isPostgres ? onPostgres : onSqlite) this.schema.raw(statement)

    const bytes = this.#isPostgres ? 'collate "C"' : ''
    this.#index('by_person', `(folder_organization_id, person_key ${bytes}, id)`)
    this.#index('by_end', `(folder_organization_id, (coalesce(expires_at, ${never})), id)`)
    this.#index('by_start', '(folder_organization_id, created_at, id)')
    this.#index('across', `(folder_organization_id, person_key ${bytes}, id)`, ` and ${isAcross}`)
    this.#index('by_words', '(folder_organization_id, search_key)', ' and search_key is not null')
    this.#index('held_across', '(person_organization_id, id)', ` and ${isAcross}`)
  }

  async down() {
    for (const name of indexes) {
      this.schema.raw(`drop index folder_subscriptions_${name}`)
    }
    const [onSubscriptions, onAccounts] = this.#isPostgres
      ? [' on folder_subscriptions', ' on accounts']
      : ['', '']
    this.schema.raw(`drop trigger folder_subscriptions_filled${onSubscriptions}`)
    this.schema.raw(`drop trigger accounts_renamed${onAccounts}`)
    if (this.#isPostgres) {
      this.schema.raw('drop function fill_folder_subscription')
      this.schema.raw('drop function rename_subscriber')
    }
    this.schema.alterTable('folder_subscriptions', (table) => {
      table.dropColumn('folder_organization_id')
      table.dropColumn('person_organization_id')
      table.dropColumn('person_key')
      table.dropColumn('search_key')
    })
  }

  get #isPostgres() {
    return this.db.dialect.name === 'postgres'
  }

  #index(name: string, columns: string, and = '') {
    this.schema.raw(
      `create index folder_subscriptions_${name} on folder_subscriptions ${columns} where ended_at is null${and}`
    )
  }
}

const onSqlite = [
  `create trigger folder_subscriptions_filled after insert on folder_subscriptions begin
     update folder_subscriptions set ${filled('new')} where id = new.id;
   end`,
  `create trigger accounts_renamed after update of username_key on accounts begin
     update folder_subscriptions set person_key = new.username_key where account_id = new.id;
   end`,
]

const onPostgres = [
  `create function fill_folder_subscription() returns trigger language plpgsql as $fill$
   begin
     select organization_id into new.folder_organization_id from folders where id = new.folder_id;
     select organization_id, username_key into new.person_organization_id, new.person_key
       from accounts where id = new.account_id;
     return new;
   end $fill$`,
  `create trigger folder_subscriptions_filled before insert on folder_subscriptions
     for each row execute function fill_folder_subscription()`,
  `create function rename_subscriber() returns trigger language plpgsql as $rename$
   begin
     update folder_subscriptions set person_key = new.username_key where account_id = new.id;
     return new;
   end $rename$`,
  `create trigger accounts_renamed after update of username_key on accounts
     for each row execute function rename_subscriber()`,
]
