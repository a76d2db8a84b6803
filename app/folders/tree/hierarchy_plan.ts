import type Folder from '#app/folders/folder'
import {
  hierarchyMax,
  linesMax,
  readHierarchy,
  type HierarchyLine,
} from '#app/folders/tree/hierarchy'
import { faultOfPath } from '#app/folders/tree/path_limits'
import { rowsUnder, type PlacedRow } from '#app/folders/tree/subtree'
import { nameKey } from '#app/shared/names'
import type { Trx } from '#app/shared/transaction'

/** A folder that is to be made, below one that is there or is to be made, too. */
export interface PlannedFolder {
  name: string
  path: string
  /** Where it stands in the plan, or the folder that is there. */
  parent: PlannedFolder | PlacedRow
}

/** `made`: the line makes at least one folder; `there`: all of it is there; `above`: an earlier line makes it. */
interface PlannedLine extends HierarchyLine {
  path: string
  outcome: 'made' | 'there' | 'above' | 'problem'
}

/** What would come of a text: nothing is made if anything is wrong. */
export interface Plan {
  lines: PlannedLine[]
  folders: PlannedFolder[]
  /** What is wrong with the text as a whole. */
  problem?: string
  isSound: boolean
}

/** Where a hierarchy is to be made: a folder and what lies below it; nothing yet for a template. */
interface Ground {
  path: string
  levels: number
  top: PlannedFolder | PlacedRow
  rows: PlacedRow[]
}

export async function groundAt(folder: Folder, trx?: Trx): Promise<Ground> {
  const rows = await rowsUnder(folder.lineage, trx)
  const path = await folder.path(trx)
  return { path, levels: folder.lineageIds.length, top: rows[0], rows }
}

/** Any folder that a template may be used in some day. */
export const noGround: Ground = {
  path: '',
  levels: 1,
  top: { id: '', parentId: null, name: '', nameKey: '', lineage: '/' },
  rows: [],
}

export function planHierarchy(text: string, ground: Ground): Plan {
  const planning = new Planning(ground)
  const lines = readHierarchy(text).map((line) => planning.take(line))
  const { folders } = planning
  const problem = wholeProblem(lines, folders)
  const isSound = !problem && lines.every(({ outcome }) => outcome !== 'problem')
  return { lines, folders, problem, isSound }
}

function wholeProblem(lines: PlannedLine[], folders: PlannedFolder[]) {
  if (!lines.length) return 'Write at least one folder.'
  if (lines.length > linesMax) return `Write at most ${linesMax} lines at once.`
  if (folders.length > hierarchyMax) {
    return `These are ${folders.length} new folders, and ${hierarchyMax} are the most at once. Make them in parts.`
  }
  return undefined
}

/** Takes lines one after the other, and remembers which folders are there by then. */
class Planning {
  folders: PlannedFolder[] = []
  #known = new Map<string, { node: PlannedFolder | PlacedRow; isThere: boolean }>()

  constructor(readonly ground: Ground) {
    const keys = new Map([[ground.top, '']])
    const byId = new Map(ground.rows.map((row) => [row.id, row]))
    for (const row of ground.rows.slice(1)) {
      const key = `${keys.get(byId.get(row.parentId!)!)}/${row.nameKey}`
      keys.set(row, key)
      this.#known.set(key, { node: row, isThere: true })
    }
  }

  take(line: HierarchyLine): PlannedLine {
    const names = line.isWhole ? this.#below(line.names) : line.names
    const path = [this.ground.path, ...(names ?? line.names)].join('/')
    const problem = line.problem ?? this.#problemOf(names, path)
    if (problem) return { ...line, path, problem, outcome: 'problem' }
    return { ...line, path, outcome: this.#place(names!) }
  }

  /** What of a whole path lies below the ground; undefined if it lies elsewhere. */
  #below(names: string[]) {
    const own = this.ground.path.split('/').slice(1)
    const isBelow = own.length > 0 && own.every((name, at) => same(name, names[at] ?? ''))
    return isBelow && names.length > own.length ? names.slice(own.length) : undefined
  }

  #problemOf(names: string[] | undefined, path: string) {
    if (names) return faultOfPath(path, this.ground.levels + names.length)
    return this.ground.path
      ? `This path does not lie below ${this.ground.path}. Leave the first slash out to begin there.`
      : 'A template begins below any folder: leave the first slash out.'
  }

  #place(names: string[]): PlannedLine['outcome'] {
    const before = this.folders.length
    let [node, key, isThere]: [PlannedFolder | PlacedRow, string, boolean] = [
      this.ground.top,
      '',
      true,
    ]
    let path = this.ground.path
    for (const name of names) {
      key = `${key}/${nameKey(name)}`
      path = `${path}/${name}`
      const known = this.#known.get(key) ?? this.#plan(name, path, node, key)
      ;({ node, isThere } = known)
    }
    return this.folders.length > before ? 'made' : isThere ? 'there' : 'above'
  }

  #plan(name: string, path: string, parent: PlannedFolder | PlacedRow, key: string) {
    const known = { node: { name, path, parent }, isThere: false }
    this.folders.push(known.node)
    this.#known.set(key, known)
    return known
  }
}

const same = (one: string, other: string) => nameKey(one) === nameKey(other)
