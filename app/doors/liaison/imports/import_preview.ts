import { isFine, type Checked } from '#app/folders/imports/import_check'
import { descriptions, type Column } from '#app/folders/imports/import_columns'

const pageSize = 50

/** The cells of the table on the page: what belongs together stands together, or no screen would have room for it. */
const groups: { label: string; columns: Column[] }[] = [
  { label: 'User name', columns: ['username'] },
  { label: 'Name', columns: ['full_name', 'title'] },
  { label: 'Contact', columns: ['email', 'phone'] },
  { label: 'Sign-in', columns: ['source', 'must_change', 'ends_on', 'sponsor'] },
  { label: 'Folder', columns: ['folder', 'level'] },
]

/** What says little without its heading. */
const named = new Set<Column>(['must_change', 'ends_on', 'sponsor'])

/** What a preview shows: how it stands, what would happen, and one page of rows; those to be mended first. */
export function previewOf(rows: Checked[], { show, from }: Record<string, unknown>) {
  const broken = rows.filter((row) => !isFine(row))
  const isAll = show === 'all' || !broken.length
  const list = isAll ? rows : broken
  const start = startOf(from, list.length)
  const shown = list.slice(start, start + pageSize)
  return {
    groups,
    count: countsOf(rows, broken.length),
    isAll,
    rows: shown.map((row) => ({ line: row.line, problems: row.problems.row, cells: cellsOf(row) })),
    errors: errorsOf(shown),
    pages: pagesOf(start, list.length, isAll),
  }
}

const startOf = (from: unknown, length: number) => {
  const wanted = Number(from)
  const isThere = Number.isSafeInteger(wanted) && wanted > 0 && wanted < length
  return isThere ? wanted - (wanted % pageSize) : 0
}

function countsOf(rows: Checked[], broken: number) {
  const local = rows.filter(({ person }) => person.credentialSource === 'local').length
  const subscribed = rows.filter(({ folder }) => folder)
  return {
    rows: rows.length,
    broken,
    local,
    directory: rows.length - local,
    subscriptions: subscribed.length,
    folders: new Set(subscribed.map(({ folder }) => folder!.id)).size,
    sponsored: rows.filter(({ person }) => person.sponsorId).length,
  }
}

const cellsOf = (row: Checked) =>
  groups.map(({ label, columns }) => ({
    label,
    parts: columns
      .map((column) => ({
        id: `field-${row.line}-${column}`,
        heading: descriptions[column].heading,
        isNamed: named.has(column),
        value: row.cells[column] ?? '',
        problems: row.problems[column] ?? [],
      }))
      .filter(({ value, problems }) => value || problems.length),
  }))

/** As the summary of errors takes them: each sentence by the field that it leads to. */
function errorsOf(shown: Checked[]) {
  const errors: Record<string, string[]> = {}
  for (const { line, problems } of shown) {
    for (const [column, sentences] of Object.entries(problems)) {
      const heading = descriptions[column as Column]?.heading
      const where = heading ? `Line ${line}, ${heading}: ` : `Line ${line}: `
      errors[`${line}-${column}`] = sentences.map((sentence) => where + sentence)
    }
  }
  return errors
}

function pagesOf(start: number, length: number, isAll: boolean) {
  const to = (from: number) => `?show=${isAll ? 'all' : 'broken'}&from=${from}`
  const end = Math.min(start + pageSize, length)
  return {
    previous: start > 0 ? to(start - pageSize) : undefined,
    next: end < length ? to(end) : undefined,
    text: length > pageSize ? `Rows ${start + 1} to ${end} of ${length}` : undefined,
  }
}
