import { nameKey } from '#app/shared/names'
import { isSqlite } from '#app/shared/transaction'
import db from '@adonisjs/lucid/services/db'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'

type Query = DatabaseQueryBuilderContract
type Narrow = (query: Query) => Query

/** Whose list is searched. */
interface Where {
  side: 'ours' | 'elsewhere'
  organizationId: string
}

/** Beyond so many people or folders with a word in their names, nearly every row of the list has it, too. */
const few = 300

/** Narrows a list to those that have each word in the person's, the folder's or the organization's name, or in the agreement number. */
export async function searchFor(words: string, where: Where): Promise<Narrow> {
  const narrows: Narrow[] = []
  for (const word of wordsIn(words)) {
    narrows.push(where.side === 'elsewhere' ? elsewhere(word) : await ours(word, where))
  }
  return (query) => narrows.reduce((narrowed, narrow) => narrow(narrowed), query)
}

/** There are few of them. What a folder is called behind the name that it is shown as, is theirs to know who keep it. */
const elsewhere =
  (word: string): Narrow =>
  (query) =>
    query.where((any) => {
      any.whereRaw(has(person), [word])
      any.orWhereRaw(has('o.name_key'), [word])
      any.orWhereRaw(has('s.search_key'), [word])
      any.orWhereRaw(`(s.shown_as is null and ${has('f.name_key')})`, [word])
    })

/** Begins at the few people and folders that have the word, or, if it is in many names, goes along the list. */
async function ours(word: string, { organizationId }: Where): Promise<Narrow> {
  const people = await idsOf(db.from('accounts as a').whereRaw(has(person), [word]))
  const named = db.from('folders as f').where('f.organization_id', organizationId)
  const folders = await idsOf(named.whereRaw(has('f.name_key'), [word]))
  const theirs = db.from('organizations as o').whereRaw(has('o.name_key'), [word])
  const organizations = await idsOf(theirs)
  const isCommon = [people, folders].some(({ length }) => length > few)
  if (isCommon || organizations.includes(organizationId)) return along(word)

  const live = () => db.from('folder_subscriptions').whereNull('ended_at').select('id')
  const own = () => live().where('folder_organization_id', organizationId)
  return (query) =>
    query.whereIn(
      's.id',
      live()
        .whereIn('account_id', people)
        .unionAll([
          live().whereIn('folder_id', folders),
          own().whereNotNull('search_key').whereRaw(has('search_key'), [word]),
          own()
            .whereIn('person_organization_id', organizations)
            .whereRaw('folder_organization_id <> person_organization_id'),
        ])
    )
}

const along =
  (word: string): Narrow =>
  (query) =>
    query.where((any) => {
      for (const column of [person, 'f.name_key', 'o.name_key', 's.search_key']) {
        any.orWhereRaw(has(column), [word])
      }
    })

async function idsOf(query: Query): Promise<string[]> {
  const rows = await query
    .clearSelect()
    .select('id')
    .limit(few + 1)
  return rows.map(({ id }) => id)
}

const person = 'a.search_key'

const has = (column: string) =>
  isSqlite() ? `instr(${column}, ?) > 0` : `strpos(${column}, ?) > 0`

const wordsIn = (text: string) =>
  nameKey(text.replaceAll('\0', '')).split(/\s+/).filter(Boolean).slice(0, 5)
