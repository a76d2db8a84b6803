import { written, type CellLine } from '#app/support/markdown/cells'
import { headingOf, keyOf } from '#app/support/markdown/labels'
import { labelled, looksLike } from '#app/support/markdown/loose_lines'
import { dayInFull } from '#app/support/records/edition_words'
import { said, type Entry } from '#app/support/records/entry'
import { entryKinds, fieldsOf } from '#app/support/records/entry_kinds'
import { linesOf, type Line } from '#app/support/records/lines'
import type { ShownRecord } from '#app/support/records/reading'
import { sectionsOf, type Section } from '#app/support/records/sections'

/** A record as the table of the service guide has it. What it says can be imported again as it is. */
export function markdownOf({ program, organization, edition, entries }: ShownRecord) {
  const rows = sectionsOf(entries).flatMap((section) => rowsOf(section, entries))
  return [
    `### ${written({ text: program.name })} Quick Reference`,
    '',
    written({ text: `${organization.name} (${organization.shortName})` }),
    '',
    '| | |',
    '| --- | --- |',
    ...rows.map((cells) => `| ${cells.join(' | ')} |`),
    '',
    `Edition ${edition.number}, ${dayInFull(edition.publishedAt!)}`,
    '',
  ].join('\n')
}

type Cells = [label: string, value: string]

function rowsOf({ key, heading, entries: own }: Section, all: Entry[]): Cells[] {
  const row = (entry: Entry): Cells => rowOf(entry, own, all)
  if (key === 'owner' || key === 'administrator') {
    return own.length ? own.map(row) : [[written({ text: heading }), '']]
  }
  if (key === 'production' || key === 'staging') return environmentRows(heading, own[0], all)
  if (!own.length && (key === 'level' || key === 'note')) return []
  return [[`**${written({ text: heading })}**`, ''], ...own.map(row)]
}

/** The version stands beside the heading, in italics; the rest has a row for each field. */
function environmentRows(heading: string, entry: Entry | undefined, all: Entry[]): Cells[] {
  const lines = entry ? linesOf(entry, all) : []
  const of = (field: string) => lines.find((line) => line.field === field)
  const version = of('version')
  return [
    [`**${heading}**`, version ? italic(marked(version, entry!)) : ''],
    ...fieldsOf('production')
      .filter(([name]) => name !== 'version')
      .map(([name, { label }]): Cells => {
        const line = of(name)
        return [`${label}:`, line ? written(marked(line, entry!)) : '']
      }),
  ]
}

const italic = ({ text, audience }: CellLine) =>
  written({ text: '', audience })
    ? `*${written({ text })}*${written({ text: '', audience })}`
    : `*${written({ text })}*`

function rowOf(entry: Entry, own: Entry[], all: Entry[]): Cells {
  const lines = linesOf(entry, all)
  const isLabel = (entry.kind === 'desk' || entry.kind === 'resource') && canBeLabel(lines, entry)
  const rest = isLabel ? lines.filter(({ field }) => field !== 'name') : lines
  const label = isLabel ? `${said(entry, 'name')}:` : usualLabel(entry, own)
  return [written({ text: label }), rest.flatMap((line) => cellLines(line, entry)).join('<br>')]
}

function usualLabel(entry: Entry, own: Entry[]) {
  if (entry.kind === 'owner' || entry.kind === 'administrator') {
    return entryKinds[entry.kind].heading
  }
  return entry.kind === 'level' ? `Level ${own.indexOf(entry) + 1}` : entryKinds[entry.kind].label
}

/** Whether a name can stand as a label and be found again: it is for whom it usually is, and nothing else is called so. */
function canBeLabel(lines: Line[], entry: Entry) {
  const name = lines.find(({ field }) => field === 'name')
  if (!name || marked(name, entry).audience || name.text.endsWith(':')) return false
  const isTaken = headingOf(name.text) || keyOf(name.text) === keyOf(entryKinds[entry.kind].label)
  return !isTaken && !/^reviewed on$|contacts?$/i.test(keyOf(name.text))
}

/** A line for each line of the text. What is seen at once needs no word before it. */
function cellLines(line: Line, entry: Entry) {
  const { text, audience } = marked(line, entry)
  return text.split('\n').map((part, at) => {
    const words = isPlain(line, part) ? part : `${line.label}: ${part}`
    return written(at === 0 ? { text: words, audience } : { text: words })
  })
}

const isPlain = ({ field, type }: Line, text: string) =>
  field === 'text' ||
  (field === 'name' && !labelled(text) && looksLike(text) === 'name') ||
  (type === 'address' && /^[a-z]+:\/\/[^\s\\`*[\]<>|&]+$/.test(text))

/** For whom it is, unless that goes without saying. */
function marked({ field, text, audience }: Line, entry: Entry): CellLine {
  const [, usual] = fieldsOf(entry.kind).find(([name]) => name === field)!
  return usual.audience === audience ? { text } : { text, audience }
}
