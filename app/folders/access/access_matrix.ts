import type Account from '#app/accounts/account'
import { permit } from '#app/audit/decide'
import {
  childrenAsOf,
  grantsAsOf,
  pathOf,
  placesAsOf,
  type Place,
} from '#app/folders/access/access_as_of'
import { namesOf } from '#app/folders/access/access_entry'
import { byUsername } from '#app/folders/access/access_people'
import { strength, type Level } from '#app/folders/reach'
import type { Instant } from '#app/shared/clock'
import { isBackward, pageSize, slice, type Place as PageStart } from '#app/shared/place'
import db from '@adonisjs/lucid/services/db'

/** More columns than that nobody reads; the others are reached by "More folders". */
const widest = 8

/** A branch of the tree: a folder and some of those right below it. */
export interface Branch {
  folder: Place
  columns: { id: string; name: string; way: string[] }[]
  /** Which of the subfolders stand here, and where the ones before and after begin. */
  previous?: number
  next?: number
}

interface Cell {
  level: Level
  /** The folder above that it comes from. */
  inheritedFrom: string | null
}

export interface MatrixRow {
  accountId: string
  username: string
  person: string
  organization: string
  cells: (Cell | null)[]
}

export async function branchOf(folder: Place, from: number, at: Instant): Promise<Branch> {
  const children = await childrenAsOf(folder.id, at)
  const shown = children.slice(from, from + widest)
  const way = folder.way.map(({ id }) => id)
  const columns = shown.map(({ id, name }) => ({ id, name, way: [...way, id] }))
  return {
    folder,
    columns: [{ id: folder.id, name: folder.way.at(-1)!.name, way }, ...columns],
    previous: from > 0 ? Math.max(0, from - widest) : undefined,
    next: from + widest < children.length ? from + widest : undefined,
  }
}

/** A page of the people who reach any folder of a branch, each with what they have in which. */
export async function matrixOf(liaison: Account, branch: Branch, at: Instant, place: PageStart) {
  await permit(liaison, 'access.list', liaison.organization)
  const people = await peopleIn(branch, at, place, pageSize + 1)
  const page = slice(people, place, ({ id }) => id)
  return { ...page, rows: await rowsOf(page.rows, branch, at) }
}

/** All of them in the same order, some hundred at a time. */
export async function* wholeMatrix(liaison: Account, branch: Branch, at: Instant) {
  await permit(liaison, 'access.list', liaison.organization)
  const atOnce = 300
  let place: PageStart = {}
  while (true) {
    const people = await peopleIn(branch, at, place, atOnce)
    yield await rowsOf(people, branch, at)
    if (people.length < atOnce) return
    place = { after: people.at(-1)!.id }
  }
}

const idsIn = ({ columns }: Branch) => [...new Set(columns.flatMap(({ way }) => way))]

async function peopleIn(
  branch: Branch,
  at: Instant,
  place: PageStart,
  limit: number
): Promise<any[]> {
  const isUp = !isBackward(place)
  const reaching = grantsAsOf(at)
    .whereIn('grants.folder_id', idsIn(branch))
    .select('grants.account_id')
  const query = db.from('accounts').whereIn('accounts.id', reaching)
  const key = place.after ?? place.before
  const start = key && (await db.from('accounts').where('id', key).select('username_key').first())
  if (start) query.whereRaw(`${byUsername()} ${isUp ? '>' : '<'} ?`, [start.username_key])
  return query
    .orderByRaw(`${byUsername()} ${isUp ? 'asc' : 'desc'}`)
    .limit(limit)
    .select('accounts.id', 'accounts.username', 'accounts.full_name', 'accounts.organization_id')
}

async function rowsOf(people: any[], branch: Branch, at: Instant): Promise<MatrixRow[]> {
  if (!people.length) return []
  const grants = await grantsAsOf(at)
    .whereIn('grants.folder_id', idsIn(branch))
    .whereIn(
      'grants.account_id',
      people.map(({ id }) => id)
    )
    .select('grants.account_id', 'grants.folder_id', 'grants.level')
  const paths = await pathsOf(branch, at)
  const organizations = await namesOf(
    'organizations',
    'name',
    people.map((one) => one.organization_id)
  )
  return people.map((one) => {
    const own = grants.filter((grant) => grant.account_id === one.id)
    return {
      accountId: one.id,
      username: one.username,
      person: one.full_name,
      organization: organizations.get(one.organization_id)!,
      cells: branch.columns.map((column) => cellOf(own, column, paths)),
    }
  })
}

/** The strongest counts; of two that are alike the nearer one. */
function cellOf(
  grants: any[],
  { id, way }: Branch['columns'][number],
  paths: Map<string, string>
): Cell | null {
  const [best] = grants
    .filter((grant) => way.includes(grant.folder_id))
    .sort(
      (a, b) =>
        strength(b.level) - strength(a.level) || way.indexOf(b.folder_id) - way.indexOf(a.folder_id)
    )
  if (!best) return null
  return {
    level: best.level,
    inheritedFrom: best.folder_id === id ? null : paths.get(best.folder_id)!,
  }
}

async function pathsOf({ folder }: Branch, at: Instant) {
  const places = await placesAsOf(
    folder.way.map(({ id }) => id),
    at
  )
  return new Map([...places.values()].map((place) => [place.id, pathOf(place)]))
}
