import { said, type Entry } from '#app/support/records/entry'
import { entryKinds } from '#app/support/records/entry_kinds'
import { linesOf, type Line } from '#app/support/records/lines'
import { sectionsOf, type Section } from '#app/support/records/sections'

/** One row of a printed quick reference: what it is about at the left, what is said of it at the right. */
export interface Row {
  entry: Entry
  label: string
  lines: Line[]
}

export interface Part extends Pick<Section, 'key' | 'heading'> {
  rows: Row[]
}

/**
 * A quick reference as it is read, laid out as the table of the service guide: environments have a row for each field, levels
 * are called by their numbers, everything else by its name. Give it only what the reader may know.
 */
export const sheetOf = (entries: Entry[]): Part[] =>
  sectionsOf(entries)
    .map(({ key, heading, entries: own }) => ({
      key,
      heading,
      rows: own.flatMap((entry) => rowsOf(entry, own, entries)).filter(says),
    }))
    .filter(({ rows }) => rows.length > 0)

function rowsOf(entry: Entry, own: Entry[], all: Entry[]): Row[] {
  const lines = linesOf(entry, all)
  if (entry.kind === 'production' || entry.kind === 'staging') {
    return lines.map((line) => ({ entry, label: line.label, lines: [plain(line)] }))
  }
  const rest = lines.filter(({ field }) => field !== 'name')
  return [{ entry, label: labelOf(entry, own), lines: rest.map(unnamed) }]
}

/** A level of which the reader may not know whom to call says nothing. */
const says = ({ entry, lines }: Row) =>
  entry.kind !== 'level' || lines.some(({ field }) => field === 'primary' || field === 'alternate')

const plain = (line: Line): Line => ({ ...line, label: '' })

/** What needs no word before it where everybody sees what it is. */
const unnamed = (line: Line): Line =>
  ['title', 'postalAddress', 'address', 'text'].includes(line.field) ? plain(line) : line

function labelOf(entry: Entry, own: Entry[]) {
  const { label } = entryKinds[entry.kind]
  return entry.kind === 'level' ? `Level ${own.indexOf(entry) + 1}` : said(entry, 'name') || label
}
